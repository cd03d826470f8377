/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-flow.h"

/* Comes with LibreOffice, and has the measures of the typeface that other office programs begin with. */
#define FONT "Liberation Sans"
#define FONT_CODE "Liberation Mono"
#define LANGUAGE "fo:language=de;fo:country=DE"

#define P "paragraph"
#define T "text"
#define SMALL "fo:font-size=8.5pt;fo:color=#5e5c64"
#define BOLD "fo:font-weight=bold"
#define LABEL "fo:margin-top=0pt;fo:margin-bottom=2pt;fo:keep-with-next=always"

static const WbOdfStyle text_styles[WB_ODF_N_ROLES] = {
  [WB_ODF_BODY] = { "Text_20_body", P, "Standard", NULL, "fo:margin-top=0pt;fo:margin-bottom=7.5pt" },
  [WB_ODF_TITLE] = { "Document_20_title", P, "Heading", "style:next-style-name=Text_20_body;style:default-outline-level=1",
                     "fo:margin-top=8pt;fo:margin-bottom=10pt", NULL, "fo:font-size=23pt;" BOLD },
  [WB_ODF_HEADING_1] = { "Heading_20_1", P, "Heading", "style:next-style-name=Text_20_body;style:default-outline-level=1",
                         NULL, NULL, "fo:font-size=18pt;" BOLD },
  [WB_ODF_HEADING_2] = { "Heading_20_2", P, "Heading", "style:next-style-name=Text_20_body;style:default-outline-level=2",
                         NULL, NULL, "fo:font-size=14pt;" BOLD },
  [WB_ODF_HEADING_3] = { "Heading_20_3", P, "Heading", "style:next-style-name=Text_20_body;style:default-outline-level=3",
                         NULL, NULL, "fo:font-size=12pt;" BOLD },
  [WB_ODF_HEADING_4] = { "Heading_20_4", P, "Heading", "style:next-style-name=Text_20_body;style:default-outline-level=4",
                         NULL, NULL, "fo:font-size=10.5pt;" BOLD },
  [WB_ODF_LIST] = { "List_20_Contents", P, "Text_20_body", NULL, "fo:margin-bottom=3.5pt" },
  [WB_ODF_CHECK] = { "Check_20_item", P, "List_20_Contents", NULL, "fo:margin-bottom=4pt" },
  [WB_ODF_NOTE] = { "Check_20_hint", P, "List_20_Contents", NULL, "fo:margin-bottom=3.5pt", NULL, SMALL },
  [WB_ODF_QUOTE] = { "Quotations", P, "Text_20_body", NULL,
                     "fo:margin-left=14pt;fo:border-left=2.25pt solid #b8b8ba;fo:padding-left=8pt" },
  [WB_ODF_CODE] = { "Preformatted_20_Text", P, "Standard", NULL,
                    "fo:margin-bottom=7.5pt;fo:background-color=#eeedec;fo:padding=4pt;fo:border=none", NULL,
                    "style:font-name=" FONT_CODE ";fo:font-size=9.5pt;fo:hyphenate=false" },
  [WB_ODF_CELL] = { "Table_20_Contents", P, "Standard", NULL, NULL, NULL, "fo:font-size=10pt" },
  [WB_ODF_CELL_HEAD] = { "Table_20_Heading", P, "Table_20_Contents", NULL, "fo:keep-with-next=always", NULL,
                         "fo:font-size=9.25pt;fo:color=#5e5c64;" BOLD },
  [WB_ODF_CELL_GROUP] = { "Group_20_heading", P, "Heading_20_3", NULL, "fo:margin-top=0pt;fo:margin-bottom=0pt", NULL,
                          "fo:font-size=10.5pt" },
  [WB_ODF_FIGURE] = { "Figure", P, "Standard", NULL,
                      "fo:margin-top=6pt;fo:margin-bottom=4pt;fo:keep-with-next=always" },
  [WB_ODF_CAPTION] = { "Caption", P, "Standard", NULL, "fo:margin-bottom=9pt", NULL, SMALL },
  [WB_ODF_SAID_BY] = { "Said_20_by", P, "Standard", NULL, "fo:margin-bottom=9pt", NULL, SMALL },
  [WB_ODF_NUMBER] = { "Big_20_number", P, "Standard", NULL, "fo:margin-top=6pt;fo:keep-with-next=always", NULL,
                      "fo:font-size=28pt;fo:color=#1a5fb4;" BOLD },
  [WB_ODF_QUESTION] = { "Question", P, "Text_20_body", NULL, "fo:margin-top=4pt;fo:margin-bottom=4pt", NULL,
                        "fo:font-size=13pt;" BOLD },
  [WB_ODF_CONTENTS] = { "Contents_20_entry", P, "Standard", NULL, "fo:margin-bottom=3pt" },
  [WB_ODF_FOOTNOTE] = { "Footnote", P, "Standard", NULL, "fo:margin-left=12pt;fo:text-indent=-12pt", NULL, "fo:font-size=8.5pt" },
  [WB_ODF_LINE] = { "Writing_20_line", P, "Standard", NULL,
                    "fo:line-height=24pt;fo:border-bottom=0.75pt dotted #5e5c64;style:join-border=false" },
  [WB_ODF_SIGNATURE] = { "Signature_20_line", P, "Standard", NULL,
                         "fo:margin-top=48pt;fo:margin-right=240pt;fo:border-top=0.85pt solid #1c1c1e;fo:padding-top=3pt;"
                         "style:join-border=false", NULL, SMALL },
  [WB_ODF_RULE] = { "Horizontal_20_Line", P, "Standard", NULL,
                    "fo:margin-bottom=11pt;fo:border-bottom=0.6pt solid #b8b8ba;style:join-border=false", NULL,
                    "fo:font-size=6pt" },
  [WB_ODF_LABEL_NOTE] = { "Label_20_note", P, "Standard", NULL, LABEL, NULL, BOLD ";fo:color=#1a5fb4" },
  [WB_ODF_LABEL_TIP] = { "Label_20_tip", P, "Standard", NULL, LABEL, NULL, BOLD ";fo:color=#1b6e42" },
  [WB_ODF_LABEL_WARNING] = { "Label_20_warning", P, "Standard", NULL, LABEL, NULL, BOLD ";fo:color=#9c4a00" },
  [WB_ODF_LABEL_EXAMPLE] = { "Label_20_example", P, "Standard", NULL, LABEL, NULL, BOLD ";fo:color=#6f3a8a" },
  [WB_ODF_LABEL_NOTES] = { "Label_20_speaker", P, "Standard", NULL, LABEL, NULL, BOLD ";fo:color=#5e5c64" },
  [WB_ODF_HEAD] = { "Letter_20_head", P, "Standard", NULL, WB_ODF_RIGHT_TAB "470.5pt;fo:margin-bottom=0pt", NULL, "fo:color=#5e5c64" },
  [WB_ODF_RUNNING_HEAD] = { "Header", P, "Standard", NULL, "fo:border-bottom=0.6pt solid #b8b8ba;fo:padding-bottom=3pt",
                            NULL, SMALL },
  [WB_ODF_RUNNING_FOOT] = { "Footer", P, "Standard", NULL, NULL, NULL, SMALL },
  [WB_ODF_PAGE_NUMBER] = { "Footer_20_number", P, "Footer", NULL,
                           "fo:text-align=end;fo:border-top=0.6pt solid #b8b8ba;fo:padding-top=3pt", NULL, "fo:font-weight=bold" },
  [WB_ODF_STRONG] = { "Strong_20_Emphasis", T, NULL, NULL, BOLD },
  [WB_ODF_EMPHASIS] = { "Emphasis", T, NULL, NULL, "fo:font-style=italic" },
  [WB_ODF_SOURCE] = { "Source_20_Text", T, NULL, NULL, "style:font-name=" FONT_CODE },
  [WB_ODF_OPEN] = { "Open_20_point", T, NULL, NULL, "fo:font-style=italic;fo:color=#9c4a00" },
  [WB_ODF_BLANK] = { "Blank", T, NULL, NULL, "style:text-underline-style=dotted;style:text-underline-width=auto;"
                     "style:text-underline-color=#5e5c64" },
  [WB_ODF_LINK] = { "Internet_20_link", T, NULL, NULL,
                    "fo:color=#1a5fb4;style:text-underline-style=solid;style:text-underline-width=auto;"
                    "style:text-underline-color=font-color" },
};

#define GAP "fo:margin-top=0pt;fo:margin-bottom=8pt;" LOOSE
/* About as far from line to line as on our own slides. */
#define LOOSE "fo:line-height=115%"
/* Impress has no padding of cells that a style could give, and leaves out what is above the first paragraph: without high lines the
 * one between two rows goes through the text. */
#define PADDED "fo:margin-top=0pt;fo:margin-bottom=2pt;fo:margin-left=4pt;fo:margin-right=8pt;fo:line-height=145%"
#define CLOSE "fo:margin-top=0pt;fo:margin-bottom=3pt"

static const WbOdfStyle deck_styles[WB_ODF_N_ROLES] = {
  [WB_ODF_BODY] = { NULL, P, NULL, NULL, GAP },
  [WB_ODF_TITLE] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_HEADING_1] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_HEADING_2] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_HEADING_3] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_HEADING_4] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_LIST] = { NULL, P, NULL, NULL, "fo:margin-top=0pt;fo:margin-bottom=6pt;" LOOSE },
  [WB_ODF_CHECK] = { NULL, P, NULL, NULL, "fo:margin-top=0pt;fo:margin-bottom=6pt;" LOOSE },
  [WB_ODF_NOTE] = { NULL, P, NULL, NULL, CLOSE, NULL, "fo:color=#5e5c64" },
  [WB_ODF_QUOTE] = { NULL, P, NULL, NULL, "fo:margin-left=18pt;" GAP },
  [WB_ODF_CODE] = { NULL, P, NULL, NULL, GAP, NULL, "fo:font-family=" FONT_CODE },
  [WB_ODF_CELL] = { NULL, P, NULL, NULL, PADDED },
  [WB_ODF_CELL_HEAD] = { NULL, P, NULL, NULL, PADDED, NULL, "fo:color=#5e5c64;" BOLD },
  [WB_ODF_CELL_GROUP] = { NULL, P, NULL, NULL, PADDED, NULL, BOLD },
  [WB_ODF_FIGURE] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_CAPTION] = { NULL, P, NULL, NULL, CLOSE, NULL, "fo:color=#5e5c64" },
  [WB_ODF_SAID_BY] = { NULL, P, NULL, NULL, GAP, NULL, "fo:color=#5e5c64" },
  [WB_ODF_NUMBER] = { NULL, P, NULL, NULL, CLOSE, NULL, "fo:color=#1a5fb4;" BOLD },
  [WB_ODF_QUESTION] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_CONTENTS] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_FOOTNOTE] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_LINE] = { NULL, P, NULL, NULL, GAP },
  [WB_ODF_SIGNATURE] = { NULL, P, NULL, NULL, GAP },
  [WB_ODF_RULE] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_LABEL_NOTE] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD ";fo:color=#1a5fb4" },
  [WB_ODF_LABEL_TIP] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD ";fo:color=#1b6e42" },
  [WB_ODF_LABEL_WARNING] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD ";fo:color=#9c4a00" },
  [WB_ODF_LABEL_EXAMPLE] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD ";fo:color=#6f3a8a" },
  [WB_ODF_LABEL_NOTES] = { NULL, P, NULL, NULL, CLOSE, NULL, BOLD },
  [WB_ODF_HEAD] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_RUNNING_HEAD] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_RUNNING_FOOT] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_PAGE_NUMBER] = { NULL, P, NULL, NULL, CLOSE },
  [WB_ODF_STRONG] = { NULL, T, NULL, NULL, BOLD },
  [WB_ODF_EMPHASIS] = { NULL, T, NULL, NULL, "fo:font-style=italic" },
  [WB_ODF_SOURCE] = { NULL, T, NULL, NULL, "fo:font-family=" FONT_CODE },
  [WB_ODF_OPEN] = { NULL, T, NULL, NULL, "fo:font-style=italic;fo:color=#9c4a00" },
  [WB_ODF_BLANK] = { NULL, T, NULL, NULL, "fo:color=#5e5c64" },
  [WB_ODF_LINK] = { NULL, T, NULL, NULL, "fo:color=#1a5fb4;style:text-underline-style=solid" },
};

const WbOdfStyle *
wb_odf_get_text_style (WbOdfRole role)
{
  g_return_val_if_fail ((guint) role < WB_ODF_N_ROLES, NULL);

  return &text_styles[role];
}

const WbOdfStyle *
wb_odf_get_deck_style (WbOdfRole role)
{
  g_return_val_if_fail ((guint) role < WB_ODF_N_ROLES, NULL);

  return &deck_styles[role];
}

/* Slides are 960 points wide, 1280 units; the sizes are those of the style for decks. */
double
wb_odf_get_deck_size (WbOdfRole role)
{
  switch (role)
    {
    case WB_ODF_TITLE:
    case WB_ODF_HEADING_1:
      return 48;
    case WB_ODF_HEADING_2:
      return 34.5;
    case WB_ODF_HEADING_3:
      return 24.75;
    case WB_ODF_NUMBER:
      return 72;
    case WB_ODF_QUESTION:
      return 30;
    case WB_ODF_CELL:
    case WB_ODF_CELL_GROUP:
    case WB_ODF_CODE:
      return 19.5;
    case WB_ODF_CELL_HEAD:
      return 18;
    case WB_ODF_NOTE:
    case WB_ODF_FOOTNOTE:
    case WB_ODF_CAPTION:
      return 15.75;
    default:
      return 22.5;
    }
}

void
wb_odf_write_default (WbOdfXml   *xml,
                      const char *family,
                      const char *paragraph)
{
  wb_odf_xml_begin (xml, "style:default-style");
  wb_odf_xml_attribute (xml, "style:family", family);
  if (paragraph != NULL)
    {
      wb_odf_xml_begin (xml, "style:paragraph-properties");
      wb_odf_xml_attributes (xml, paragraph);
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_begin (xml, "style:text-properties");
  wb_odf_xml_attributes (xml, "style:font-name=" FONT ";fo:font-size=10.5pt;fo:color=#1c1c1e;fo:hyphenate=true;"
                              "fo:hyphenation-remain-char-count=3;fo:hyphenation-push-char-count=3;" LANGUAGE);
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
}

/* @indent: of each level; in slides it is given the old way, which is the one they know. */
static void
write_list_level (WbOdfXml   *xml,
                  guint       level,
                  const char *element,
                  const char *attributes,
                  double      indent,
                  gboolean    in_deck)
{
  wb_odf_xml_begin (xml, element);
  wb_odf_xml_printf (xml, "text:level", "%u", level);
  wb_odf_xml_attributes (xml, attributes);
  wb_odf_xml_begin (xml, "style:list-level-properties");
  if (in_deck)
    {
      wb_odf_xml_length (xml, "text:space-before", (level - 1) * indent);
      wb_odf_xml_length (xml, "text:min-label-width", indent);
    }
  else
    {
      wb_odf_xml_attribute (xml, "text:list-level-position-and-space-mode", "label-alignment");
      wb_odf_xml_begin (xml, "style:list-level-label-alignment");
      wb_odf_xml_attribute (xml, "text:label-followed-by", "listtab");
      wb_odf_xml_length (xml, "text:list-tab-stop-position", level * indent);
      wb_odf_xml_length (xml, "fo:text-indent", -indent);
      wb_odf_xml_length (xml, "fo:margin-left", level * indent);
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
  if (in_deck)
    {
      /* Otherwise Impress makes them less than half as high as the text. */
      wb_odf_xml_begin (xml, "style:text-properties");
      wb_odf_xml_attribute (xml, "fo:font-size", "100%");
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
}

void
wb_odf_write_list_styles (WbOdfXml *xml,
                          double    factor)
{
  /* The box to tick is text, so that it can be ticked by typing and is read aloud; the list gives the indent. */
  static const struct { const char *name, *display, *element, *attributes; double indent; } lists[] = {
    { WB_ODF_BULLETS, "List 1", "text:list-level-style-bullet", "text:bullet-char=•", 17 },
    { WB_ODF_NUMBERS, "Numbering 1", "text:list-level-style-number", "style:num-format=1;style:num-suffix=.", 20 },
    { WB_ODF_CHECKS, "List Checks", "text:list-level-style-number", "style:num-format=", 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      wb_odf_xml_begin (xml, "text:list-style");
      wb_odf_xml_attribute (xml, "style:name", lists[i].name);
      wb_odf_xml_attribute (xml, "style:display-name", lists[i].display);
      for (guint level = 1; level <= 10; level++)
        write_list_level (xml, level, lists[i].element, lists[i].attributes, lists[i].indent * factor, factor != 1.0);
      wb_odf_xml_end (xml);
    }
}

static void
write_outline_style (WbOdfXml *xml)
{
  wb_odf_xml_begin (xml, "text:outline-style");
  wb_odf_xml_attribute (xml, "style:name", "Outline");
  for (guint level = 1; level <= 10; level++)
    {
      wb_odf_xml_begin (xml, "text:outline-level-style");
      wb_odf_xml_printf (xml, "text:level", "%u", level);
      wb_odf_xml_attribute (xml, "style:num-format", "");
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
}

void
wb_odf_write_fonts (WbOdfXml *xml)
{
  static const char *const fonts[] = { FONT, FONT_CODE };

  wb_odf_xml_begin (xml, "office:font-face-decls");
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      wb_odf_xml_begin (xml, "style:font-face");
      wb_odf_xml_attribute (xml, "style:name", fonts[i]);
      wb_odf_xml_printf (xml, "svg:font-family", "'%s'", fonts[i]);
      wb_odf_xml_attribute (xml, "style:font-family-generic", i == 0 ? "swiss" : "modern");
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
}

void
wb_odf_write_text_styles (WbOdfXml *xml)
{
  static const WbOdfStyle basics[] = {
    { "Standard", P, NULL, "style:class=text" },
    { "Heading", P, "Standard", "style:next-style-name=Text_20_body;style:class=text",
      "fo:margin-top=14pt;fo:margin-bottom=4pt;fo:keep-with-next=always;fo:line-height=120%", NULL,
      "fo:hyphenate=false" },
    { "Footnote_20_mark", T, NULL, NULL, "style:text-position=super 58%" },
  };

  wb_odf_write_default (xml, P, "fo:line-height=130%;fo:orphans=2;fo:widows=2;style:tab-stop-distance=35.4pt;"
                                "style:writing-mode=page");
  wb_odf_xml_begin (xml, "style:default-style");
  wb_odf_xml_attribute (xml, "style:family", "table");
  wb_odf_xml_end (xml);
  for (guint i = 0; i < G_N_ELEMENTS (basics); i++)
    wb_odf_style_write (&basics[i], xml);
  for (guint i = 0; i < WB_ODF_N_ROLES; i++)
    wb_odf_style_write (&text_styles[i], xml);
  write_outline_style (xml);
  wb_odf_write_list_styles (xml, 1.0);
  wb_odf_xml_begin (xml, "text:notes-configuration");
  wb_odf_xml_attributes (xml, "text:note-class=footnote;text:citation-style-name=Footnote_20_mark;"
                              "text:citation-body-style-name=Footnote_20_mark;text:default-style-name=Footnote;"
                              "style:num-format=1;text:start-value=0;text:footnotes-position=page;"
                              "text:start-numbering-at=document");
  wb_odf_xml_end (xml);
}
