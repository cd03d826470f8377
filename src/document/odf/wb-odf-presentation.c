/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-presentation.h"

#include "wb-contrast.h"
#include "wb-odf-flow.h"
#include "wb-odf-slides.h"

#include <glib/gi18n-lib.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.presentation"
#define MASTER "Default"
#define LIST_FACTOR 1.6
#define FIGURE_TEXT 18.0
/* The page that notes are printed on: A4, in points. */
#define NOTES_WIDTH 595.3
#define NOTES_HEIGHT 841.9
/* Of the 1280 units of a slide, in points. */
#define UNIT 0.75
/* The picture of the letterhead. */
#define LOGO_WIDTH 112.0
#define LOGO_HEIGHT 32.0
#define LOGO_BOTTOM 532.0

#define P "presentation"
#define NO_BOX "draw:stroke=none;draw:fill=none;draw:auto-grow-height=false;fo:padding=0pt"
#define TITLE "fo:font-size=34.5pt;fo:font-weight=bold;fo:color=#1c1c1e"

/* Impress knows the styles of a master page by these names. */
static const WbOdfStyle styles[] = {
  { "standard", "graphic", NULL, NULL, NO_BOX, NULL, "fo:font-size=22.5pt" },
  { MASTER "-background", P, NULL, NULL, "draw:stroke=none;draw:fill=solid;draw:fill-color=#ffffff" },
  { MASTER "-backgroundobjects", P, NULL, NULL, NO_BOX, NULL, "fo:font-size=14pt;fo:color=#5e5c64" },
  { MASTER "-title", P, NULL, NULL, NO_BOX ";draw:textarea-vertical-align=top;style:shrink-to-fit=true",
    "fo:text-align=start", TITLE },
  { MASTER "-subtitle", P, NULL, NULL, NO_BOX ";draw:textarea-vertical-align=top", "fo:text-align=start",
    "fo:font-size=22.5pt" },
  { MASTER "-outline1", P, NULL, NULL, NO_BOX ";draw:textarea-vertical-align=top;style:shrink-to-fit=true",
    "fo:text-align=start;fo:margin-bottom=8pt", "fo:font-size=22.5pt" },
  { MASTER "-notes", P, NULL, NULL, "draw:stroke=none;draw:fill=none", NULL, "fo:font-size=12pt" },
};

typedef struct
{
  WbDocument *deck;
  WbOdfXml *xml;
  WbOdfFlow flow;
  guint n_slides;
} Writer;

static void
begin_frame (Writer     *self,
             double      x,
             double      y,
             double      width,
             double      height)
{
  wb_odf_xml_begin (self->xml, "draw:frame");
  wb_odf_xml_attribute (self->xml, "draw:layer", "layout");
  wb_odf_xml_length (self->xml, "svg:width", width);
  wb_odf_xml_length (self->xml, "svg:height", height);
  wb_odf_xml_length (self->xml, "svg:x", x);
  wb_odf_xml_length (self->xml, "svg:y", y);
}

/* A frame of one of the master's styles, and its text box. */
static void
begin_text_frame (Writer     *self,
                  const char *class,
                  const char *parent,
                  gboolean    at_bottom,
                  double      x,
                  double      y,
                  double      width,
                  double      height)
{
  const WbOdfStyle style = { NULL, P, parent, NULL,
                             at_bottom ? "draw:auto-grow-height=false;draw:textarea-vertical-align=bottom" : "draw:auto-grow-height=false" };

  begin_frame (self, x, y, width, height);
  wb_odf_xml_attribute (self->xml, "presentation:style-name", wb_odf_styles_get (self->flow.styles, &style));
  wb_odf_xml_attribute (self->xml, "presentation:class", class);
  wb_odf_xml_begin (self->xml, "draw:text-box");
}

static void
begin_plain_frame (Writer *self,
                   double  x,
                   double  y,
                   double  width,
                   double  height)
{
  static const WbOdfStyle style = { NULL, "graphic", "standard", NULL,
                                    "draw:stroke=none;draw:fill=none;draw:auto-grow-height=true;fo:padding=0pt;draw:textarea-vertical-align=top" };

  begin_frame (self, x, y, width, height);
  wb_odf_xml_attribute (self->xml, "draw:style-name", wb_odf_styles_get (self->flow.styles, &style));
}

static void
end_text_frame (Writer *self)
{
  wb_odf_xml_end (self->xml);
  wb_odf_xml_end (self->xml);
}

static void
add_title (Writer           *self,
           const WbOdfSlide *slide)
{
  const double width = WB_ODF_SLIDE_RIGHT - WB_ODF_SLIDE_LEFT;
  const WbOdfRole role = slide->is_title ? WB_ODF_HEADING_1 : WB_ODF_HEADING_2;
  const double y = slide->is_title ? 80 : WB_ODF_SLIDE_TOP;
  const double height = slide->is_title ? 160 : WB_ODF_SLIDE_BODY_TOP - WB_ODF_SLIDE_TOP - 8;

  if (slide->heading == NULL)
    return;

  begin_text_frame (self, "title", MASTER "-title", slide->is_title, WB_ODF_SLIDE_LEFT, y, width, height);
  self->flow.scale = 1.0;
  wb_odf_flow_begin (&self->flow, "text:p", role, WB_ALIGN_START);
  wb_odf_flow_add_inlines (&self->flow, slide->heading->inlines);
  if (slide->part > 1)
    {
      g_autofree char *part = g_strdup_printf (" (%u)", slide->part);

      wb_odf_xml_text (self->xml, part);
    }
  wb_odf_flow_end (&self->flow);
  end_text_frame (self);
}

static void
add_figure (Writer         *self,
            const WbOdfBox *box)
{
  const WbBlock *block = g_ptr_array_index (box->blocks, 0);
  double width = box->width;
  double height;
  const guint number = wb_odf_images_add (self->flow.images, block->figure, FIGURE_TEXT * self->flow.scale, box->height,
                                          &width, &height);
  begin_plain_frame (self, box->x, box->y, width, height);
  wb_odf_xml_printf (self->xml, "draw:name", _("Figure %u"), ++self->flow.n_frames);
  wb_odf_images_write (self->flow.images, number, block->figure, self->xml);
  wb_odf_xml_end (self->xml);
}

static void
add_box_text (Writer    *self,
              GPtrArray *blocks)
{
  self->flow.in_text_box = TRUE;
  wb_odf_flow_add_blocks (&self->flow, blocks);
  self->flow.in_text_box = FALSE;
}

static void
add_box (Writer           *self,
         const WbOdfSlide *slide,
         const WbOdfBox   *box,
         gboolean         *has_outline)
{
  self->flow.width = box->width;
  self->flow.scale = slide->scale;
  switch (box->type)
    {
    case WB_ODF_BOX_TEXT:
      if (!*has_outline)
        begin_text_frame (self, slide->is_title ? "subtitle" : "outline",
                          slide->is_title ? MASTER "-subtitle" : MASTER "-outline1", FALSE, box->x, box->y, box->width, box->height);
      else
        {
          begin_plain_frame (self, box->x, box->y, box->width, box->height);
          wb_odf_xml_begin (self->xml, "draw:text-box");
        }
      *has_outline = TRUE;
      add_box_text (self, box->blocks);
      end_text_frame (self);
      break;

    case WB_ODF_BOX_TABLE:
      begin_plain_frame (self, box->x, box->y, box->width, box->height);
      wb_odf_flow_add_blocks (&self->flow, box->blocks);
      wb_odf_xml_end (self->xml);
      break;

    case WB_ODF_BOX_FIGURE:
      add_figure (self, box);
      break;
    }
}

static void
add_notes (Writer           *self,
           const WbOdfSlide *slide)
{
  wb_odf_xml_begin (self->xml, "presentation:notes");
  wb_odf_xml_begin (self->xml, "draw:page-thumbnail");
  wb_odf_xml_attribute (self->xml, "draw:layer", "layout");
  wb_odf_xml_length (self->xml, "svg:width", NOTES_WIDTH - 120);
  wb_odf_xml_length (self->xml, "svg:height", (NOTES_WIDTH - 120) * WB_ODF_SLIDE_HEIGHT / WB_ODF_SLIDE_WIDTH);
  wb_odf_xml_length (self->xml, "svg:x", 60);
  wb_odf_xml_length (self->xml, "svg:y", 60);
  wb_odf_xml_printf (self->xml, "draw:page-number", "%u", self->n_slides);
  wb_odf_xml_attribute (self->xml, "presentation:class", "page");
  wb_odf_xml_end (self->xml);

  begin_text_frame (self, "notes", MASTER "-notes", FALSE, 60, 360, NOTES_WIDTH - 120, NOTES_HEIGHT - 420);
  self->flow.scale = 12 / wb_odf_get_deck_size (WB_ODF_BODY);
  add_box_text (self, slide->notes);
  if (slide->notes->len == 0)
    {
      wb_odf_xml_begin (self->xml, "text:p");
      wb_odf_xml_end (self->xml);
    }
  end_text_frame (self);
  wb_odf_xml_end (self->xml);
}

static void
add_slide (Writer           *self,
           const WbOdfSlide *slide)
{
  static const WbOdfStyle page = { NULL, "drawing-page", NULL, NULL,
                                   "presentation:background-visible=true;presentation:background-objects-visible=true;"
                                   "presentation:display-footer=true;presentation:display-page-number=true;"
                                   "presentation:display-header=false;presentation:display-date-time=false" };
  gboolean has_outline = FALSE;

  wb_odf_xml_begin (self->xml, "draw:page");
  /* Translators: the name of a slide. */
  wb_odf_xml_printf (self->xml, "draw:name", _("Slide %u"), ++self->n_slides);
  wb_odf_xml_attribute (self->xml, "draw:style-name", wb_odf_styles_get (self->flow.styles, &page));
  wb_odf_xml_attribute (self->xml, "draw:master-page-name", MASTER);
  add_title (self, slide);
  for (guint i = 0; i < slide->boxes->len; i++)
    add_box (self, slide, g_ptr_array_index (slide->boxes, i), &has_outline);
  add_notes (self, slide);
  wb_odf_xml_end (self->xml);
}

static GBytes *
create_content (WbDocument   *deck,
                WbOdfPackage *package)
{
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-content");
  g_autoptr(WbOdfXml) body = wb_odf_xml_new ();
  g_autoptr(WbOdfStyles) automatic = wb_odf_styles_new ("A");
  g_autoptr(WbOdfImages) images = wb_odf_images_new (package);
  g_autoptr(GPtrArray) slides = wb_odf_slides_new (deck);
  Writer self = { deck, body };

  wb_odf_flow_init (&self.flow, deck, body, automatic, images);
  for (guint i = 0; i < slides->len; i++)
    add_slide (&self, g_ptr_array_index (slides, i));
  wb_odf_flow_clear (&self.flow);

  wb_odf_write_fonts (xml);
  wb_odf_xml_begin (xml, "office:automatic-styles");
  wb_odf_write_list_styles (xml, LIST_FACTOR);
  wb_odf_xml_insert (xml, wb_odf_styles_get_xml (automatic));
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:body");
  wb_odf_xml_begin (xml, "office:presentation");
  wb_odf_xml_insert (xml, body);
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

static void
write_sized_layout (WbOdfXml   *xml,
                    const char *name,
                    double      width,
                    double      height)
{
  wb_odf_xml_begin (xml, "style:page-layout");
  wb_odf_xml_attribute (xml, "style:name", name);
  wb_odf_xml_begin (xml, "style:page-layout-properties");
  wb_odf_xml_attribute (xml, "fo:margin", "0pt");
  wb_odf_xml_length (xml, "fo:page-width", width);
  wb_odf_xml_length (xml, "fo:page-height", height);
  wb_odf_xml_attribute (xml, "style:print-orientation", width > height ? "landscape" : "portrait");
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
}

static void
write_box (WbOdfXml   *xml,
           const char *element,
           double      x,
           double      y,
           double      width,
           double      height)
{
  wb_odf_xml_begin (xml, element);
  wb_odf_xml_attribute (xml, "draw:layer", "backgroundobjects");
  wb_odf_xml_length (xml, "svg:width", width);
  wb_odf_xml_length (xml, "svg:height", height);
  wb_odf_xml_length (xml, "svg:x", x);
  wb_odf_xml_length (xml, "svg:y", y);
}

/* Where titles and text stand, for slides that are added later. */
static void
write_placeholder (WbOdfXml   *xml,
                   const char *class,
                   const char *style,
                   double      x,
                   double      y,
                   double      width,
                   double      height)
{
  write_box (xml, "draw:frame", x, y, width, height);
  wb_odf_xml_attribute (xml, "presentation:style-name", style);
  wb_odf_xml_attribute (xml, "presentation:class", class);
  wb_odf_xml_attribute (xml, "presentation:placeholder", "true");
  wb_odf_xml_begin (xml, "draw:text-box");
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
}

/* Across the slide, above its foot. */
static void
write_line (WbOdfXml *xml,
            double    y)
{
  wb_odf_xml_begin (xml, "draw:line");
  wb_odf_xml_attributes (xml, "draw:layer=backgroundobjects;draw:style-name=FootLine");
  wb_odf_xml_length (xml, "svg:x1", WB_ODF_SLIDE_LEFT);
  wb_odf_xml_length (xml, "svg:y1", y);
  wb_odf_xml_length (xml, "svg:x2", WB_ODF_SLIDE_RIGHT);
  wb_odf_xml_length (xml, "svg:y2", y);
  wb_odf_xml_end (xml);
}

static void
write_foot (WbOdfXml   *xml,
            const char *class,
            const char *text,
            double      x,
            double      width,
            gboolean    at_end)
{
  write_box (xml, "draw:frame", x, 505, width, 24);
  wb_odf_xml_attribute (xml, "presentation:style-name", MASTER "-backgroundobjects");
  wb_odf_xml_attribute (xml, "presentation:class", class);
  wb_odf_xml_begin (xml, "draw:text-box");
  wb_odf_xml_begin (xml, "text:p");
  wb_odf_xml_attribute (xml, "text:style-name", at_end ? "FootEnd" : "Foot");
  if (text != NULL)
    wb_odf_xml_text (xml, text);
  else
    wb_odf_xml_element (xml, "text:page-number", "‹#›");
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
}

/* The picture of the letterhead, small at the foot. Returns where what stands beside it begins. */
static double
write_logo (WbOdfXml           *xml,
            WbOdfPackage       *package,
            const WbStationery *stationery)
{
  double width, height;

  if (stationery == NULL || stationery->picture == NULL)
    return WB_ODF_SLIDE_LEFT;

  wb_picture_fit (stationery->picture, LOGO_WIDTH, LOGO_HEIGHT, &width, &height);
  write_box (xml, "draw:frame", WB_ODF_SLIDE_LEFT, LOGO_BOTTOM - height, width, height);
  wb_odf_xml_attribute (xml, "draw:style-name", "Logo");
  wb_odf_write_picture (xml, package, stationery);
  wb_odf_xml_end (xml);

  return WB_ODF_SLIDE_LEFT + width + 10;
}

static void
write_master (WbDocument   *deck,
              WbOdfPackage *package,
              WbOdfXml     *xml)
{
  const WbStationery *stationery = wb_document_get_stationery (deck);
  const double width = WB_ODF_SLIDE_RIGHT - WB_ODF_SLIDE_LEFT;
  const double bar = stationery != NULL ? stationery->look->slide_bar * UNIT : 10.5;
  const char *town = stationery != NULL && *stationery->letterhead->name != '\0' ? stationery->letterhead->name : wb_document_get_town (deck);
  const char *project = wb_document_get_project (deck);
  g_autofree char *foot = g_strdup_printf ("%s%s%s", town != NULL ? town : "", town != NULL && project != NULL ? " · " : "",
                                           project != NULL ? project : "");
  double left;

  wb_odf_xml_begin (xml, "style:master-page");
  wb_odf_xml_attributes (xml, "style:name=" MASTER ";style:page-layout-name=Slide;draw:style-name=Ground");
  if (bar > 0)
    {
      write_box (xml, "draw:rect", 0, 0, bar, WB_ODF_SLIDE_HEIGHT);
      wb_odf_xml_attribute (xml, "draw:style-name", "Bar");
      wb_odf_xml_end (xml);
    }
  write_placeholder (xml, "title", MASTER "-title", WB_ODF_SLIDE_LEFT, WB_ODF_SLIDE_TOP, width,
                     WB_ODF_SLIDE_BODY_TOP - WB_ODF_SLIDE_TOP - 8);
  write_placeholder (xml, "outline", MASTER "-outline1", WB_ODF_SLIDE_LEFT, WB_ODF_SLIDE_BODY_TOP, width,
                     WB_ODF_SLIDE_BOTTOM - WB_ODF_SLIDE_BODY_TOP);
  write_line (xml, 494);
  left = write_logo (xml, package, stationery);
  write_foot (xml, "footer", foot, left, WB_ODF_SLIDE_LEFT + width - 100 - left, FALSE);
  write_foot (xml, "page-number", NULL, WB_ODF_SLIDE_RIGHT - 90, 90, TRUE);
  wb_odf_xml_begin (xml, "presentation:notes");
  wb_odf_xml_attribute (xml, "style:page-layout-name", "Notes");
  write_placeholder (xml, "notes", MASTER "-notes", 60, 360, NOTES_WIDTH - 120, NOTES_HEIGHT - 420);
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);
}

static GBytes *
create_styles (WbDocument   *deck,
               WbOdfPackage *package)
{
  const WbStationery *stationery = wb_document_get_stationery (deck);
  g_autofree char *accent = wb_contrast_format (stationery != NULL ? wb_letterhead_get_accent (stationery->letterhead) : 0x1a5fb4);
  g_autofree char *fill = g_strconcat ("draw:stroke=none;draw:fill=solid;draw:fill-color=", accent, NULL);
  const WbOdfStyle automatic[] = {
    { "Logo", "graphic", NULL, NULL, "draw:stroke=none;draw:fill=none" },
    { "Ground", "drawing-page", NULL, NULL, "draw:background-size=border;draw:fill=solid;draw:fill-color=#ffffff" },
    { "Bar", "graphic", NULL, NULL, fill },
    { "FootLine", "graphic", NULL, NULL, "draw:stroke=solid;svg:stroke-width=0.75pt;svg:stroke-color=#b8b8ba" },
    { "Foot", "paragraph", NULL, NULL, "fo:text-align=start", NULL, "fo:font-size=14pt;fo:color=#5e5c64" },
    { "FootEnd", "paragraph", NULL, NULL, "fo:text-align=end", NULL, "fo:font-size=14pt;fo:color=#5e5c64;fo:font-weight=bold" },
  };
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-styles");

  wb_odf_write_fonts (xml);
  wb_odf_xml_begin (xml, "office:styles");
  wb_odf_write_default (xml, "graphic", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    wb_odf_style_write (&styles[i], xml);
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:automatic-styles");
  write_sized_layout (xml, "Slide", WB_ODF_SLIDE_WIDTH, WB_ODF_SLIDE_HEIGHT);
  write_sized_layout (xml, "Notes", NOTES_WIDTH, NOTES_HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (automatic); i++)
    wb_odf_style_write (&automatic[i], xml);
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:master-styles");
  write_master (deck, package, xml);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

gboolean
wb_odf_presentation_write (WbDocument    *deck,
                           const char    *path,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(WbOdfPackage) package = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) look = NULL;

  g_return_val_if_fail (WB_IS_DOCUMENT (deck), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  package = wb_odf_package_new (MEDIA_TYPE);
  content = create_content (deck, package);
  look = create_styles (deck, package);

  return wb_odf_write_parts (package, deck, content, look, path, cancellable, error);
}
