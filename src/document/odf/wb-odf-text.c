/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-text.h"

#include "wb-contrast.h"
#include "wb-odf-flow.h"

#include <glib/gi18n-lib.h>

#define PAGE_WIDTH 595.276
#define SIDE 62.4 /* 22 mm, as on paper */
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

static GBytes *
create_styles (WbDocument *document)
{
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-styles");

  wb_odf_write_fonts (xml);
  wb_odf_xml_begin (xml, "office:styles");
  wb_odf_write_text_styles (xml);
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:automatic-styles");
  wb_odf_write_page_layout (xml, "fo:page-width=210mm;fo:page-height=297mm;style:print-orientation=portrait;"
                                 "fo:margin-top=14mm;fo:margin-bottom=12mm;fo:margin-left=22mm;fo:margin-right=22mm;"
                                 "style:writing-mode=lr-tb", TRUE);
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:master-styles");
  wb_odf_write_master_page (xml, "Standard", document, TRUE);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

/* Of a line of the head, in points: the picture is no higher than the lines beside it, so that the title does not come beside it too. */
#define LINE 13.5
#define SMALL_SIZE 9.0

/* "#0a7d4f" (transfer full) */
static char *
dup_accent (const WbStationery *stationery)
{
  return wb_contrast_format (wb_letterhead_get_accent (stationery->letterhead));
}

static void
add_picture (WbOdfFlow          *flow,
             WbOdfPackage       *package,
             const WbStationery *stationery,
             guint               n_lines,
             gboolean            beside_name)
{
  const gboolean left = stationery->letterhead->side == WB_LETTERHEAD_LEFT;
  g_autofree char *properties
    = g_strdup_printf ("style:wrap=parallel;style:number-wrapped-paragraphs=no-limit;style:vertical-pos=top;style:vertical-rel=paragraph;"
                       "style:horizontal-pos=%s;style:horizontal-rel=paragraph;fo:margin-%s=14pt",
                       left ? "left" : "right", left ? "right" : "left");
  const WbOdfStyle style = { NULL, "graphic", NULL, NULL, properties };
  const double room = n_lines * LINE + (beside_name ? stationery->look->name_size - SMALL_SIZE : 0);
  double width, height;

  wb_picture_fit (stationery->picture, flow->width * 0.35, MIN (stationery->look->picture, room), &width, &height);
  wb_odf_xml_begin (flow->xml, "draw:frame");
  wb_odf_xml_attribute (flow->xml, "draw:style-name", wb_odf_styles_get (flow->styles, &style));
  wb_odf_xml_attribute (flow->xml, "draw:name", _("Coat of arms or logo"));
  wb_odf_xml_attribute (flow->xml, "text:anchor-type", "paragraph");
  wb_odf_xml_length (flow->xml, "svg:width", width);
  wb_odf_xml_length (flow->xml, "svg:height", height);
  wb_odf_write_picture (flow->xml, package, stationery);
  wb_odf_xml_end (flow->xml);
}

/* A line of the head; the last one has the line below it. */
static void
begin_line (WbOdfFlow          *flow,
            const WbStationery *stationery,
            gboolean            is_name,
            gboolean            is_last)
{
  const WbLook *look = stationery->look;
  g_autofree char *accent = dup_accent (stationery);
  g_autofree char *text = is_name ? g_strdup_printf ("fo:font-weight=bold;fo:font-size=%upt;fo:color=%s", look->name_size,
                                                     look->band ? "#ffffff" : look->accent_name ? accent : "#1c1c1e")
                                  : NULL;
  g_autofree char *band = is_name && look->band ? g_strdup_printf (";fo:background-color=%s;fo:padding=4pt;fo:border=none", accent) : g_strdup ("");
  g_autofree char *rule = is_last && look->rule > 0 ? g_strdup_printf (";fo:border-bottom=%upt solid %s;fo:padding-bottom=6pt;fo:margin-bottom=16pt",
                                                                       look->rule, accent)
                                                    : g_strdup (is_last ? ";fo:margin-bottom=16pt" : ";fo:margin-bottom=0pt");
  g_autofree char *paragraph = g_strconcat (WB_ODF_RIGHT_TAB "470.5pt", band, rule, NULL);
  const WbOdfStyle style = { NULL, "paragraph", wb_odf_get_text_style (WB_ODF_HEAD)->name, NULL, paragraph, NULL, text };

  wb_odf_xml_begin (flow->xml, "text:p");
  wb_odf_xml_attribute (flow->xml, "text:style-name", wb_odf_styles_get (flow->styles, &style));
}

/* The lines of @text that are not empty, into @lines. */
static void
collect_lines (GPtrArray  *lines,
               const char *text)
{
  g_auto(GStrv) split = g_strsplit (text, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (*g_strstrip (split[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (split[i]));
}

/* Picture, name, address and contact of the letterhead; kind and project at the right. FALSE when there is nothing of it. */
static gboolean
add_letterhead (WbOdfFlow    *flow,
                WbOdfPackage *package)
{
  const WbStationery *stationery = wb_document_get_stationery (flow->document);
  const char *project = wb_document_get_project (flow->document);
  g_autofree char *label = project != NULL ? g_strdup_printf (_("Project %s"), project) : NULL;
  const char *const right[] = { wb_document_get_kind (flow->document), label };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint picture_line; /* below the band, or beside the name */

  if (stationery == NULL)
    return FALSE;
  collect_lines (lines, stationery->letterhead->name);
  collect_lines (lines, stationery->letterhead->address);
  collect_lines (lines, stationery->letterhead->contact);
  if (lines->len == 0 && stationery->picture == NULL)
    return FALSE;

  picture_line = stationery->look->band && *stationery->letterhead->name != '\0' ? 1 : 0;
  while (lines->len < G_N_ELEMENTS (right) + 1)
    g_ptr_array_add (lines, g_strdup (""));
  for (guint i = 0; i < lines->len; i++)
    {
      const gboolean is_name = i == 0 && *stationery->letterhead->name != '\0';
      const char *const beside = i >= 1 && i <= G_N_ELEMENTS (right) ? right[i - 1] : NULL;

      begin_line (flow, stationery, is_name, i + 1 == lines->len);
      if (stationery->picture != NULL && i == picture_line)
        add_picture (flow, package, stationery, lines->len - i, is_name);
      wb_odf_xml_text (flow->xml, g_ptr_array_index (lines, i));
      if (beside != NULL)
        {
          wb_odf_xml_text (flow->xml, "\t");
          wb_odf_xml_text (flow->xml, beside);
        }
      wb_odf_xml_end (flow->xml);
    }

  return TRUE;
}

/* Town and kind, region and project: left and right of the head of the letter. */
static void
add_head (WbOdfFlow *flow)
{
  const char *project = wb_document_get_project (flow->document);
  g_autofree char *label = project != NULL ? g_strdup_printf (_("Project %s"), project) : NULL;
  const char *const lines[][2] = {
    { wb_document_get_town (flow->document), wb_document_get_kind (flow->document) },
    { wb_document_get_region (flow->document), label },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = NULL;

      if (lines[i][0] == NULL && lines[i][1] == NULL)
        continue;
      line = g_strdup_printf ("%s%s%s", lines[i][0] != NULL ? lines[i][0] : "", lines[i][1] != NULL ? "\t" : "",
                              lines[i][1] != NULL ? lines[i][1] : "");
      wb_odf_flow_add_text (flow, WB_ODF_HEAD, line);
    }
}

static void
add_title (WbOdfFlow *flow)
{
  const char *title = wb_document_get_title (flow->document);

  if (*title == '\0')
    return;

  wb_odf_flow_begin (flow, "text:h", WB_ODF_TITLE, WB_ALIGN_START);
  wb_odf_xml_attribute (flow->xml, "text:outline-level", "1");
  wb_odf_xml_text (flow->xml, title);
  wb_odf_flow_end (flow);
  flow->last_level = 1;
}

static GBytes *
create_content (WbDocument   *document,
                WbOdfPackage *package)
{
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-content");
  g_autoptr(WbOdfXml) body = wb_odf_xml_new ();
  g_autoptr(WbOdfStyles) styles = wb_odf_styles_new ("A");
  g_autoptr(WbOdfImages) images = wb_odf_images_new (package);
  WbOdfFlow flow;

  wb_odf_flow_init (&flow, document, body, styles, images);
  flow.width = PAGE_WIDTH - 2 * SIDE;
  if (!add_letterhead (&flow, package))
    add_head (&flow);
  add_title (&flow);
  wb_odf_flow_add_blocks (&flow, wb_document_get_root (document)->children);
  wb_odf_flow_clear (&flow);

  wb_odf_write_fonts (xml);
  wb_odf_xml_begin (xml, "office:automatic-styles");
  wb_odf_xml_insert (xml, wb_odf_styles_get_xml (styles));
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:body");
  wb_odf_xml_begin (xml, "office:text");
  wb_odf_xml_insert (xml, body);
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

gboolean
wb_odf_text_write (WbDocument    *document,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(WbOdfPackage) package = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) styles = NULL;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  package = wb_odf_package_new (MEDIA_TYPE);
  content = create_content (document, package);
  styles = create_styles (document);

  return wb_odf_write_parts (package, document, content, styles, path, cancellable, error);
}
