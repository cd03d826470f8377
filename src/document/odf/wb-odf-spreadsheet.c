/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-spreadsheet.h"

#include "wb-odf-flow.h"
#include "wb-odf-value.h"

#include "wb-figure.h"
#include "wb-paginator-private.h"
#include "wb-table-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define BOX_OPEN "☐"
#define BOX_DONE "☑"
/* What spreadsheet programs take. */
#define MAX_NAME 31
/* Points a letter, and of a column. */
#define LETTER 5.4
#define MIN_WIDTH 45.0
#define MAX_WIDTH 290.0
#define MAX_MEASURED_CELLS 2000
/* Not so deep as any tree of blocks is, but deeper than any that was meant. */
#define MAX_DEPTH 64

/* What the settings of a view say about a window in parts. */
#define FROZEN "2"
#define LOWER_LEFT "2"
#define FIRST_VIEW "view1"

#define STYLE_DEFAULT "Default"
#define STYLE_HEAD "Head"
#define STYLE_LABEL "Label" /* of a row */

/* A table with the name of its sheet. */
typedef struct
{
  char *name;
  WbBlock *table;
} Sheet;

typedef struct
{
  WbOdfXml *xml;
  WbOdfStyles *styles;
  guint *covered_until; /* for each column of the table: the row in which it is free again */
} Writer;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  wb_block_unref (sheet->table);
  g_free (sheet);
}

static char *
dup_letters (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *name = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (g_unichar_iscntrl (ch) || (ch < 0x80 && strchr ("[]*?:/\\'", (int) ch) != NULL))
        g_string_append_c (name, ' ');
      else
        g_string_append_unichar (name, ch);
    }

  return g_strstrip (g_string_free (name, FALSE));
}

/* A name that no other sheet has, without what programs do not take. (transfer full) */
static char *
create_name (GPtrArray  *sheets,
             const char *title)
{
  g_autofree char *letters = title != NULL ? dup_letters (title) : g_strdup ("");
  g_autofree char *start = NULL;

  if (*letters == '\0')
    {
      g_free (letters);
      letters = g_strdup (_("Table"));
    }

  for (guint n = 1;; n++)
    {
      g_autofree char *suffix = n > 1 ? g_strdup_printf (" (%u)", n) : g_strdup ("");
      g_autofree char *cut = g_utf8_substring (letters, 0, MIN (g_utf8_strlen (letters, -1),
                                                                MAX_NAME - (glong) strlen (suffix)));
      g_autofree char *name = g_strconcat (g_strchomp (cut), suffix, NULL);
      gboolean taken = FALSE;

      for (guint i = 0; i < sheets->len && !taken; i++)
        taken = strcmp (((Sheet *) g_ptr_array_index (sheets, i))->name, name) == 0;
      if (!taken)
        return g_steal_pointer (&name);
    }
}

static void
add_sheet (GPtrArray     *sheets,
           const char    *title,
           const WbBlock *table)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->name = create_name (sheets, title);
  sheet->table = wb_block_ref ((WbBlock *) table);
  g_ptr_array_add (sheets, sheet);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Checklists with the titles of their groups, as a table with a column for the group. */
static void
add_checklists (GPtrArray  *sheets,
                const char *title,
                GPtrArray  *blocks,
                guint       first,
                guint       n)
{
  g_autoptr(WbBlock) table = wb_block_new (WB_BLOCK_TABLE);
  g_autofree char *group = NULL;

  table->header_rows = 1;
  wb_block_append_row (table, _("Group"), C_("column", "Done"), _("Task"), _("Who"), _("By when"), _("Hint"), NULL);
  for (guint i = first; i < first + n; i++)
    {
      const WbBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == WB_BLOCK_HEADING)
        {
          g_free (group);
          group = wb_block_to_text (block);
        }
      for (guint j = 0; block->type == WB_BLOCK_CHECKLIST && j < block->children->len; j++)
        {
          const WbBlock *check = g_ptr_array_index (block->children, j);
          g_autoptr(WbBlock) words = wb_block_new (WB_BLOCK_PARAGRAPH);
          g_autofree char *task = NULL;

          for (guint k = 0; k < check->inlines->len; k++)
            {
              const WbInline *run = g_ptr_array_index (check->inlines, k);

              wb_block_append_text (words, run->text, 0, NULL);
            }
          task = wb_block_to_text (words);
          wb_block_append_row (table, or_empty (group), check->done ? BOX_DONE : BOX_OPEN, task, or_empty (check->owner),
                               or_empty (check->date), or_empty (check->note), NULL);
        }
    }
  add_sheet (sheets, title, table);
}

static void
collect (GPtrArray  *sheets,
         GPtrArray  *blocks,
         char      **title,
         guint       depth)
{
  for (guint i = 0; i < blocks->len && depth < MAX_DEPTH; i++)
    {
      const WbBlock *block = g_ptr_array_index (blocks, i);
      const guint n = wb_flow_count_checklist (blocks, i);

      if (n > 0)
        {
          add_checklists (sheets, *title, blocks, i, n);
          i += n - 1;
        }
      else if (block->type == WB_BLOCK_HEADING)
        {
          g_free (*title);
          *title = wb_block_to_text (block);
        }
      else if (block->type == WB_BLOCK_FIGURE && block->figure != NULL && wb_figure_is_chart (block->figure))
        {
          g_autoptr(WbBlock) table = wb_figure_create_table (block->figure);

          add_sheet (sheets, block->figure->title, table);
        }
      else if (block->type == WB_BLOCK_TABLE || block->type == WB_BLOCK_SHEET || block->type == WB_BLOCK_AGENDA)
        add_sheet (sheets, *title, block);
      else if (block->children != NULL)
        collect (sheets, block->children, title, depth + 1);
    }
}

static GPtrArray *
collect_sheets (WbDocument *document)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (sheet_free);
  g_autofree char *title = g_strdup (wb_document_get_title (document));

  collect (sheets, wb_document_get_root (document)->children, &title, 0);

  return sheets;
}

static const char *
get_cell_style (Writer           *self,
                const WbOdfValue *value,
                const char       *parent,
                WbAlign           align)
{
  static const char *const types[] = { NULL, "number", "percentage", "currency", "date" };
  static const char *const aligns[] = { NULL, "fo:text-align=center", "fo:text-align=end" };
  g_autofree char *attributes = NULL;
  WbOdfStyle style = { NULL, "table-cell", parent };

  if (value->type != WB_ODF_VALUE_STRING)
    attributes = g_strdup_printf ("style:data-style-name=%s",
                                  wb_odf_styles_get_data (self->styles, types[value->type], value->decimals,
                                                          value->grouping));
  style.attributes = attributes;
  if (value->type == WB_ODF_VALUE_STRING)
    style.paragraph = aligns[align];

  return wb_odf_styles_get (self->styles, &style);
}

static void
write_value (Writer           *self,
             const WbOdfValue *value)
{
  static const char *const types[] = { "string", "float", "percentage", "currency", "date" };
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  wb_odf_xml_attribute (self->xml, "office:value-type", types[value->type]);
  if (value->type == WB_ODF_VALUE_EURO)
    wb_odf_xml_attribute (self->xml, "office:currency", "EUR");
  if (value->type == WB_ODF_VALUE_DATE)
    wb_odf_xml_attribute (self->xml, "office:date-value", value->date);
  else if (value->type != WB_ODF_VALUE_STRING)
    wb_odf_xml_attribute (self->xml, "office:value", g_ascii_formatd (number, sizeof number, "%.15g", value->number));
}

/* What the cell says, without what is only to be written on. (transfer full) */
static char *
dup_cell_text (const WbBlock *cell)
{
  g_autoptr(WbBlock) words = wb_block_new (WB_BLOCK_PARAGRAPH);

  for (guint i = 0; i < cell->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (cell->inlines, i);

      if ((run->flags & WB_INLINE_BREAK) != 0)
        wb_block_append_text (words, "\n", 0, NULL);
      else if ((run->flags & WB_INLINE_FOOTNOTE) != 0 && run->note != NULL)
        {
          g_autofree char *note = wb_block_to_text (run->note);
          g_autofree char *text = g_strdup_printf (" (%s)", note);

          wb_block_append_text (words, text, 0, NULL);
        }
      else if ((run->flags & WB_INLINE_BLANK) == 0)
        wb_block_append_text (words, run->text, 0, NULL);
    }

  return wb_block_to_text (words);
}

static void
write_cell (Writer           *self,
            const WbBlock    *table,
            const WbGridCell *placed)
{
  const gboolean is_label = placed->column < (table->type == WB_BLOCK_TABLE ? table->header_columns : 1);
  const gboolean is_head = placed->row < table->header_rows;
  g_autofree char *text = dup_cell_text (placed->cell);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  const WbOdfValue value = is_head || is_label ? (WbOdfValue) { WB_ODF_VALUE_STRING } : wb_odf_value_parse (text);
  WbAlign align = WB_ALIGN_START;

  if (table->aligns != NULL && placed->column < table->aligns->len)
    align = g_array_index (table->aligns, WbAlign, placed->column);
  wb_odf_xml_begin (self->xml, "table:table-cell");
  wb_odf_xml_attribute (self->xml, "table:style-name", get_cell_style (self, &value, is_head ? STYLE_HEAD : is_label ? STYLE_LABEL : STYLE_DEFAULT,
                                                                          align));
  if (placed->columns > 1 || placed->rows > 1)
    {
      wb_odf_xml_printf (self->xml, "table:number-columns-spanned", "%u", placed->columns);
      wb_odf_xml_printf (self->xml, "table:number-rows-spanned", "%u", placed->rows);
    }
  if (*text != '\0')
    write_value (self, &value);
  for (guint i = 0; *text != '\0' && lines[i] != NULL; i++)
    {
      wb_odf_xml_begin (self->xml, "text:p");
      wb_odf_xml_text (self->xml, lines[i]);
      wb_odf_xml_end (self->xml);
    }
  wb_odf_xml_end (self->xml);
  for (guint i = placed->column; i < placed->column + placed->columns; i++)
    self->covered_until[i] = placed->row + placed->rows;
}

static void
write_row (Writer            *self,
           const WbBlock     *table,
           const WbTableGrid *grid,
           guint              row)
{
  guint next = g_array_index (grid->first, guint, row);
  const guint end = g_array_index (grid->first, guint, row + 1);
  const WbOdfStyle style = { NULL, "table-row", NULL, NULL, "style:use-optimal-row-height=true" };

  wb_odf_xml_begin (self->xml, "table:table-row");
  wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
  for (guint i = 0; i < grid->n_columns; i++)
    {
      const WbGridCell *placed = next < end ? &g_array_index (grid->cells, WbGridCell, next) : NULL;

      if (placed != NULL && placed->column == i)
        {
          write_cell (self, table, placed);
          next++;
        }
      else
        {
          wb_odf_xml_begin (self->xml, self->covered_until[i] > row ? "table:covered-table-cell" : "table:table-cell");
          wb_odf_xml_end (self->xml);
        }
    }
  wb_odf_xml_end (self->xml);
}

static double *
measure_columns (const WbTableGrid *grid)
{
  double *widths = g_new0 (double, grid->n_columns);

  for (guint i = 0; i < grid->cells->len && i < MAX_MEASURED_CELLS; i++)
    {
      const WbGridCell *placed = &g_array_index (grid->cells, WbGridCell, i);
      g_autofree char *text = dup_cell_text (placed->cell);
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      if (placed->columns == 1)
        widths[placed->column] = MAX (widths[placed->column], (double) g_utf8_strlen (valid, -1));
    }
  for (guint i = 0; i < grid->n_columns; i++)
    widths[i] = CLAMP (widths[i] * LETTER + 12, MIN_WIDTH, MAX_WIDTH);

  return widths;
}

static void
write_columns (Writer            *self,
               const WbTableGrid *grid)
{
  g_autofree double *widths = measure_columns (grid);

  for (guint i = 0; i < grid->n_columns; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *properties = g_strdup_printf ("style:column-width=%spt",
                                                     g_ascii_formatd (number, sizeof number, "%.2f", widths[i]));
      const WbOdfStyle style = { NULL, "table-column", NULL, NULL, properties };

      wb_odf_xml_begin (self->xml, "table:table-column");
      wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
      wb_odf_xml_attribute (self->xml, "table:default-cell-style-name", STYLE_DEFAULT);
      wb_odf_xml_end (self->xml);
    }
}

static guint
count_headers (const Sheet       *sheet,
               const WbTableGrid *grid)
{
  return grid->n_columns > 0 ? MIN (sheet->table->header_rows, grid->n_rows) : 0;
}

static void
write_sheet (Writer      *self,
             const Sheet *sheet)
{
  static const WbOdfStyle style = { NULL, "table", NULL, "style:master-page-name=Default",
                                    "table:display=true;style:writing-mode=lr-tb" };
  g_autoptr(WbTableGrid) grid = wb_table_grid_new (sheet->table);
  g_autofree guint *covered_until = g_new0 (guint, MAX (grid->n_columns, 1));
  const guint n_headers = count_headers (sheet, grid);

  if (grid->n_columns == 0)
    return;

  self->covered_until = covered_until;
  wb_odf_xml_begin (self->xml, "table:table");
  wb_odf_xml_attribute (self->xml, "table:name", sheet->name);
  wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
  write_columns (self, grid);
  if (n_headers > 0)
    wb_odf_xml_begin (self->xml, "table:table-header-rows");
  for (guint i = 0; i < grid->n_rows; i++)
    {
      write_row (self, sheet->table, grid, i);
      if (i + 1 == n_headers)
        wb_odf_xml_end (self->xml);
    }
  wb_odf_xml_end (self->xml);
}

static GBytes *
create_content (WbDocument *document)
{
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-content");
  g_autoptr(WbOdfXml) body = wb_odf_xml_new ();
  g_autoptr(WbOdfStyles) styles = wb_odf_styles_new ("A");
  g_autoptr(GPtrArray) sheets = collect_sheets (document);
  Writer writer = { body, styles };

  for (guint i = 0; i < sheets->len; i++)
    write_sheet (&writer, g_ptr_array_index (sheets, i));

  wb_odf_write_fonts (xml);
  wb_odf_xml_begin (xml, "office:automatic-styles");
  wb_odf_xml_insert (xml, wb_odf_styles_get_xml (styles));
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:body");
  wb_odf_xml_begin (xml, "office:spreadsheet");
  wb_odf_xml_insert (xml, body);
  wb_odf_xml_end (xml);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

static void
add_setting (WbOdfXml   *xml,
             const char *setting,
             const char *type,
             const char *text)
{
  wb_odf_xml_begin (xml, "config:config-item");
  wb_odf_xml_attribute (xml, "config:name", setting);
  wb_odf_xml_attribute (xml, "config:type", type);
  wb_odf_xml_chars (xml, text);
  wb_odf_xml_end (xml);
}

/* The head of @sheet stays where it is when the rows below it are scrolled. */
static void
freeze_head (WbOdfXml    *xml,
             const Sheet *sheet,
             guint        n_headers)
{
  g_autofree char *row = g_strdup_printf ("%u", n_headers);

  wb_odf_xml_begin (xml, "config:config-item-map-entry");
  wb_odf_xml_attribute (xml, "config:name", sheet->name);
  add_setting (xml, "VerticalSplitMode", "short", FROZEN);
  add_setting (xml, "VerticalSplitPosition", "int", row);
  add_setting (xml, "ActiveSplitRange", "short", LOWER_LEFT);
  add_setting (xml, "PositionBottom", "int", row);
  wb_odf_xml_end (xml);
}

/* NULL when there is nothing to say. */
static GBytes *
create_settings (WbDocument *document)
{
  gboolean any = FALSE;
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-settings");
  g_autoptr(GPtrArray) sheets = collect_sheets (document);

  /* Part of the name below, as those who read it expect it. */
  wb_odf_xml_attribute (xml, "xmlns:ooo", "http://openoffice.org/2004/office");
  wb_odf_xml_begin (xml, "office:settings");
  wb_odf_xml_begin (xml, "config:config-item-set");
  wb_odf_xml_attribute (xml, "config:name", "ooo:view-settings");
  wb_odf_xml_begin (xml, "config:config-item-map-indexed");
  wb_odf_xml_attribute (xml, "config:name", "Views");
  wb_odf_xml_begin (xml, "config:config-item-map-entry");
  add_setting (xml, "ViewId", "string", FIRST_VIEW);
  wb_odf_xml_begin (xml, "config:config-item-map-named");
  wb_odf_xml_attribute (xml, "config:name", "Tables");
  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (sheets, i);
      g_autoptr(WbTableGrid) grid = wb_table_grid_new (sheet->table);
      const guint n_headers = count_headers (sheet, grid);

      if (n_headers > 0)
        freeze_head (xml, sheet, n_headers);
      any = any || n_headers > 0;
    }
  for (guint i = 0; i < 5; i++)
    wb_odf_xml_end (xml);

  return any ? wb_odf_xml_finish (xml) : NULL;
}

static GBytes *
create_styles (WbDocument *document)
{
  static const WbOdfStyle cells[] = {
    { STYLE_DEFAULT, "table-cell", NULL, NULL, "fo:wrap-option=wrap;style:vertical-align=top;fo:padding=2pt" },
    { STYLE_HEAD, "table-cell", STYLE_DEFAULT, NULL, "fo:border-bottom=1.1pt solid #1c1c1e;fo:background-color=#e3edf9",
      NULL, "fo:font-weight=bold" },
    { STYLE_LABEL, "table-cell", STYLE_DEFAULT, NULL, "fo:border-bottom=0.6pt solid #b8b8ba;fo:background-color=#e3edf9",
      NULL, "fo:font-weight=bold" },
  };
  g_autoptr(WbOdfXml) xml = wb_odf_xml_new_part ("office:document-styles");

  wb_odf_write_fonts (xml);
  wb_odf_xml_begin (xml, "office:styles");
  wb_odf_write_default (xml, "table-cell", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    wb_odf_style_write (&cells[i], xml);
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:automatic-styles");
  wb_odf_write_page_layout (xml, "fo:page-width=297mm;fo:page-height=210mm;style:print-orientation=landscape;"
                                 "fo:margin-top=12mm;fo:margin-bottom=12mm;fo:margin-left=15mm;fo:margin-right=15mm", FALSE);
  wb_odf_xml_end (xml);
  wb_odf_xml_begin (xml, "office:master-styles");
  wb_odf_write_master_page (xml, "Default", document, FALSE);
  wb_odf_xml_end (xml);

  return wb_odf_xml_finish (xml);
}

gboolean
wb_odf_spreadsheet_is_possible (WbDocument *document)
{
  g_autoptr(GPtrArray) sheets = NULL;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), FALSE);

  sheets = collect_sheets (document);
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr(WbTableGrid) grid = wb_table_grid_new (((Sheet *) g_ptr_array_index (sheets, i))->table);

      if (grid->n_columns > 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
wb_odf_spreadsheet_write (WbDocument    *document,
                          const char    *path,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(WbOdfPackage) package = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) styles = NULL;
  g_autoptr(GBytes) settings = NULL;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  package = wb_odf_package_new (MEDIA_TYPE);
  content = create_content (document);
  styles = create_styles (document);
  settings = create_settings (document);
  if (settings != NULL)
    wb_odf_package_add (package, "settings.xml", "text/xml", settings);

  return wb_odf_write_parts (package, document, content, styles, path, cancellable, error);
}
