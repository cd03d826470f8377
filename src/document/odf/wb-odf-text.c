/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-text.h"

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
                                 "style:writing-mode=lr-tb");
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:master-styles");
  wb_odf_write_master_page (xml, "Standard", document, TRUE);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
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
