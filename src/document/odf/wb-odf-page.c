/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-flow.h"

#include "wb-output-file-private.h"

#include <glib/gi18n-lib.h>

/* What stands around the content: page layout, head and foot of the page, metadata. */

void
wb_odf_write_page_layout (WbOdfXml   *xml,
                          const char *properties,
                          gboolean    with_notes)
{
  static const char *const surroundings[][2] = {
    { "style:header-style", "fo:min-height=20pt;fo:margin-bottom=14pt" },
    { "style:footer-style", "fo:min-height=20pt;fo:margin-top=14pt" },
  };

  wb_odf_xml_begin (xml, "style:page-layout");
  wb_odf_xml_attribute (xml, "style:name", "Page");
  wb_odf_xml_begin (xml, "style:page-layout-properties");
  wb_odf_xml_attributes (xml, properties);
  if (with_notes)
    {
      /* Otherwise the line above the footnotes touches the text. */
      wb_odf_xml_begin (xml, "style:footnote-sep");
      wb_odf_xml_attributes (xml, "style:width=0.6pt;style:rel-width=25%;style:color=#5e5c64;style:adjustment=left;"
                                  "style:distance-before-sep=8pt;style:distance-after-sep=4pt");
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
  for (guint i = 0; i < G_N_ELEMENTS (surroundings); i++)
    {
      wb_odf_xml_begin (xml, surroundings[i][0]);
      wb_odf_xml_begin (xml, "style:header-footer-properties");
      wb_odf_xml_attributes (xml, surroundings[i][1]);
      wb_odf_xml_end (xml);
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
}

/* "Page 2 of 7" with fields for the numbers. */
static void
write_page_number (WbOdfXml *xml)
{
  static const char *const fields[] = { "text:page-number", "text:page-count" };
  /* Translators: at the foot of a page; the number signs stand for the number of this page and of all. */
  g_auto(GStrv) parts = g_strsplit (_("Page # of #"), "#", 3);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      wb_odf_xml_text (xml, parts[i]);
      if (i < G_N_ELEMENTS (fields) && parts[i + 1] != NULL)
        {
          wb_odf_xml_begin (xml, fields[i]);
          if (i == 0)
            wb_odf_xml_attribute (xml, "text:select-page", "current");
          wb_odf_xml_chars (xml, "1");
          wb_odf_xml_end (xml);
        }
    }
}

static void
begin_line (WbOdfXml  *xml,
            gboolean   with_styles,
            WbOdfRole  role)
{
  wb_odf_xml_begin (xml, "text:p");
  if (with_styles)
    wb_odf_xml_attribute (xml, "text:style-name", wb_odf_get_text_style (role)->name);
}

static void
write_head (WbOdfXml   *xml,
            WbDocument *document,
            gboolean    with_styles)
{
  const WbStationery *stationery = wb_document_get_stationery (document);

  wb_odf_xml_begin (xml, "style:header");
  begin_line (xml, with_styles, WB_ODF_RUNNING_HEAD);
  if (stationery != NULL && *stationery->letterhead->name != '\0')
    {
      wb_odf_xml_text (xml, stationery->letterhead->name);
      wb_odf_xml_text (xml, " · ");
    }
  wb_odf_xml_element (xml, "text:title", wb_document_get_title (document));
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
}

/* With styles the number of the page stands above the small print, at the end of its line; otherwise behind it. */
static void
write_foot (WbOdfXml   *xml,
            const char *element,
            WbDocument *document,
            gboolean    with_styles)
{
  const WbStationery *stationery = wb_document_get_stationery (document);
  const char *const lines[] = { stationery != NULL ? stationery->letterhead->foot : NULL, wb_document_get_foot (document) };

  wb_odf_xml_begin (xml, element);
  if (with_styles)
    {
      begin_line (xml, TRUE, WB_ODF_PAGE_NUMBER);
      write_page_number (xml);
      wb_odf_xml_end (xml);
    }
  else
    begin_line (xml, FALSE, WB_ODF_RUNNING_FOOT);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i] == NULL || *lines[i] == '\0')
        continue;
      if (with_styles)
        begin_line (xml, TRUE, WB_ODF_RUNNING_FOOT);
      wb_odf_xml_text (xml, lines[i]);
      if (with_styles)
        wb_odf_xml_end (xml);
      else
        wb_odf_xml_text (xml, " · ");
    }
  if (!with_styles)
    {
      write_page_number (xml);
      wb_odf_xml_end (xml);
    }
  wb_odf_xml_end (xml);
}

void
wb_odf_write_master_page (WbOdfXml   *xml,
                          const char *name,
                          WbDocument *document,
                          gboolean    with_styles)
{
  wb_odf_xml_begin (xml, "style:master-page");
  wb_odf_xml_attribute (xml, "style:name", name);
  wb_odf_xml_attribute (xml, "style:page-layout-name", "Page");
  write_head (xml, document, with_styles);
  if (with_styles)
    {
      /* Head and title of the letter stand on the first page themselves. */
      wb_odf_xml_begin (xml, "style:header-first");
      wb_odf_xml_begin (xml, "text:p");
      wb_odf_xml_attribute (xml, "text:style-name", "Standard");
      wb_odf_xml_end (xml);
      wb_odf_xml_end (xml);
    }
  write_foot (xml, "style:footer", document, with_styles);
  /* Writer knows "the first page is another" for both or none. */
  if (with_styles)
    write_foot (xml, "style:footer-first", document, TRUE);
  wb_odf_xml_end (xml);
}

#define PICTURE_PATH "Pictures/letterhead.png"

void
wb_odf_write_picture (WbOdfXml           *xml,
                      WbOdfPackage       *package,
                      const WbStationery *stationery)
{
  const char *name = stationery->letterhead->name;
  g_autoptr(GBytes) png = wb_picture_to_png (stationery->picture);
  g_autofree char *alt = *name != '\0' ? g_strdup_printf (_("Coat of arms or logo of %s"), name) : g_strdup (_("Coat of arms or logo"));

  wb_odf_package_add (package, PICTURE_PATH, "image/png", png);
  wb_odf_xml_begin (xml, "draw:image");
  wb_odf_xml_attribute (xml, "xlink:href", PICTURE_PATH);
  wb_odf_xml_attributes (xml, "xlink:type=simple;xlink:show=embed;xlink:actuate=onLoad");
  wb_odf_xml_attribute (xml, "draw:mime-type", "image/png");
  wb_odf_xml_end (xml);
  wb_odf_xml_element (xml, "svg:title", _("Coat of arms or logo"));
  wb_odf_xml_element (xml, "svg:desc", alt);
}

static GBytes *
create_meta (WbDocument *document)
{
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-meta");
  g_autofree char *date = wb_output_file_dup_date ();
  const char *kind = wb_document_get_kind (document);
  const char *project = wb_document_get_project (document);

  wb_odf_xml_begin (xml, "office:meta");
  wb_odf_xml_element (xml, "meta:generator", "Wegbereiter/" WB_VERSION);
  wb_odf_xml_element (xml, "dc:title", wb_document_get_title (document));
  if (kind != NULL)
    wb_odf_xml_element (xml, "dc:subject", kind);
  if (project != NULL)
    wb_odf_xml_element (xml, "meta:keyword", project);
  wb_odf_xml_element (xml, "meta:creation-date", date);
  wb_odf_xml_element (xml, "dc:date", date);
  wb_odf_xml_element (xml, "dc:language", "de-DE");
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

gboolean
wb_odf_write_parts (WbOdfPackage  *package,
                    WbDocument    *document,
                    GBytes        *content,
                    GBytes        *styles,
                    const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GBytes) meta = create_meta (document);

  wb_odf_package_add (package, "content.xml", "text/xml", content);
  wb_odf_package_add (package, "styles.xml", "text/xml", styles);
  wb_odf_package_add (package, "meta.xml", "text/xml", meta);

  return wb_odf_package_write (package, path, cancellable, error);
}
