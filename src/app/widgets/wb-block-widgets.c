/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-block-widgets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-columns-layout.h"
#include "wb-figure-view.h"
#include "wb-highlight.h"
#include "wb-table-grid.h"
#include "wb-wide-frame.h"

#define TEXT_CHARS 72 /* widest line of running text asked for, in characters */
#define CELL_CHARS 34 /* widest line in a table's cell */

/* Labels made at once. First, as many as fill more than a window: about the pages that most documents have. Then a frame's worth: a label
 * is made and measured in some 0.1 ms. */
#define FIRST_LABELS 300
#define MORE_LABELS 30
/* A window lays out every cell it holds, whether seen or not. Nobody reads further than this: the others are for paper. */
#define TABLE_CELLS 1000
#define TABLE_MIN_ROWS 20

static void append_children (WbBlockWidgets  *self,
                             GtkWidget       *box,
                             const WbBlock   *block);

static GtkWidget *
new_box (GtkOrientation    orientation,
         int               spacing,
         GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role", role,
                       "orientation", orientation,
                       "spacing", spacing,
                       NULL);
}

static GtkWidget *
new_label (WbBlockWidgets    *self,
           const GPtrArray   *inlines,
           GtkAccessibleRole  role)
{
  g_autofree char *markup = wb_block_inlines_to_markup (inlines);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "use-markup", TRUE,
                                   "label", markup,
                                   "selectable", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", TEXT_CHARS,
                                   "xalign", 0.0,
                                   "yalign", 0.0,
                                   NULL);

  g_ptr_array_add (self->labels, label);
  g_hash_table_insert (self->fixed, label, wb_block_inlines_find_fixed (inlines));
  g_ptr_array_add (self->stops, label);

  return label;
}

/* A sign with what belongs to it at its right, which takes the width there is. (A grid, since a horizontal GtkBox measures wrapped
 * labels for their height, which on GTK 4.8 ends in complaints about their width.) */
static GtkWidget *
new_line_of (GtkWidget         *sign,
             GtkWidget         *content,
             int                spacing,
             GtkAccessibleRole  role)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID,
                                  "accessible-role", role,
                                  "column-spacing", spacing,
                                  NULL);

  gtk_widget_set_hexpand (content, TRUE);
  gtk_grid_attach (GTK_GRID (grid), sign, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), content, 1, 0, 1, 1);

  return grid;
}

/* A decoration in front of a text: nothing to read out. */
static GtkWidget *
new_icon (const char *icon_name)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", icon_name,
                                   "valign", GTK_ALIGN_START,
                                   NULL);

  gtk_widget_set_margin_top (image, 3);

  return image;
}

static GtkWidget *
build_heading (WbBlockWidgets *self,
               const WbBlock  *block)
{
  static const char *const classes[] = { "title-2", "title-4", "heading", "heading" };
  GtkWidget *label = new_label (self, block->inlines, GTK_ACCESSIBLE_ROLE_HEADING);
  const int level = CLAMP (block->level, 1, 4);

  gtk_widget_add_css_class (label, classes[level - 1]);
  gtk_widget_set_margin_top (label, level <= 2 ? 8 : 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  if (block->anchor != NULL)
    g_hash_table_insert (self->headings, g_strdup (block->anchor), label);

  return label;
}

static GtkWidget *
build_item (WbBlockWidgets *self,
            const WbBlock  *item,
            const char     *sign,
            gboolean        ordered)
{
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", ordered ? GTK_ACCESSIBLE_ROLE_LABEL
                                                               : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", sign,
                                    "width-chars", 2,
                                    "xalign", 1.0,
                                    "valign", GTK_ALIGN_START,
                                    NULL);
  GtkWidget *content = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP);

  /* On one line with the text beside it. */
  wb_highlight_apply (GTK_LABEL (bullet), NULL, WB_BLOCK_LINE_HEIGHT);
  if (ordered)
    gtk_widget_add_css_class (bullet, "numeric");
  append_children (self, content, item);

  return new_line_of (bullet, content, 8, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
build_list (WbBlockWidgets *self,
            const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_LIST);

  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *item = g_ptr_array_index (block->children, i);
      g_autofree char *sign = block->ordered ? g_strdup_printf ("%d.", block->start + (int) i)
                                             : g_strdup ("•");

      gtk_box_append (GTK_BOX (box), build_item (self, item, sign, block->ordered));
    }

  return box;
}

static void
append_small_print (GtkWidget  *box,
                    const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", text,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "max-width-chars", TEXT_CHARS,
                        "xalign", 0.0,
                        NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

static char *
describe_responsible (const WbBlock *check)
{
  const gboolean has_owner = check->owner != NULL && *check->owner != '\0';
  const gboolean has_date = check->date != NULL && *check->date != '\0';

  if (has_owner && has_date)
    return g_strconcat (check->owner, " · ", check->date, NULL);

  return g_strdup (has_owner ? check->owner : has_date ? check->date : NULL);
}

static GtkWidget *
build_check (WbBlockWidgets *self,
             const WbBlock  *check)
{
  GtkWidget *content = new_box (GTK_ORIENTATION_VERTICAL, 2, GTK_ACCESSIBLE_ROLE_GROUP);
  g_autofree char *responsible = describe_responsible (check);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", check->done ? "checkbox-checked-symbolic"
                                                           : "checkbox-symbolic",
                                  "valign", GTK_ALIGN_START,
                                  "margin-top", 4,
                                  NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  check->done ? _("Done") : _("Open"), -1);
  gtk_box_append (GTK_BOX (content), new_label (self, check->inlines, GTK_ACCESSIBLE_ROLE_LABEL));
  append_small_print (content, check->note);
  append_small_print (content, responsible);

  return new_line_of (sign, content, 10, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
build_checklist (WbBlockWidgets *self,
                 const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 8, GTK_ACCESSIBLE_ROLE_LIST);

  for (guint i = 0; i < block->children->len; i++)
    gtk_box_append (GTK_BOX (box), build_check (self, g_ptr_array_index (block->children, i)));

  return box;
}

static GtkWidget *
build_cell (WbBlockWidgets   *self,
            const WbBlock    *table,
            const WbGridCell *placed)
{
  const guint row = placed->row;
  const guint column = placed->column;
  const gboolean header = row < table->header_rows;
  const gboolean label_cell = !header && column < table->header_columns;
  GtkWidget *label = new_label (self, placed->cell->inlines, header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                                             : label_cell ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                                          : GTK_ACCESSIBLE_ROLE_CELL);
  const WbAlign align = table->aligns != NULL && column < table->aligns->len ? g_array_index (table->aligns, WbAlign, column)
                                                    : WB_ALIGN_START;

  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_xalign (GTK_LABEL (label), align == WB_ALIGN_END ? 1 : align == WB_ALIGN_CENTER ? 0.5 : 0);
  gtk_widget_add_css_class (label, "block-cell");
  gtk_widget_add_css_class (label, "block-tight");
  if (header || label_cell)
    gtk_widget_add_css_class (label, "block-header");
  if (align == WB_ALIGN_END)
    gtk_widget_add_css_class (label, "numeric");
  if (row + placed->rows < table->children->len)
    gtk_widget_add_css_class (label, "block-line");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1,
                                  -1);

  return label;
}

/* What stands below a table that is cut: how many rows there are, and a way to them where the document can be saved. */
static GtkWidget *
build_cut (guint n_rows)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP);
  GtkWidget *button = gtk_button_new_with_label (_("Save as PDF…"));
  g_autofree char *text = g_strdup_printf (ngettext ("… %'u more row: it is in the saved document.",
                                                     "… %'u more rows: they are in the saved document.", n_rows), n_rows);

  append_small_print (box, text);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "reading.save-pdf::");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/* @table, or with a line about the rows that it does not show below it. */
static GtkWidget *
with_cut (GtkWidget *table,
          guint      n_rows)
{
  GtkWidget *box;

  if (n_rows == 0)
    return table;

  box = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), build_cut (n_rows));

  return box;
}

static GtkWidget *
build_table (WbBlockWidgets *self,
             const WbBlock  *block)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  g_autoptr (WbTableGrid) places = wb_table_grid_new (block);
  const guint n_rows = MIN (places->n_rows, MAX (TABLE_CELLS / MAX (places->n_columns, 1), TABLE_MIN_ROWS));

  for (guint i = 0; i < places->cells->len; i++)
    {
      const WbGridCell *placed = &g_array_index (places->cells, WbGridCell, i);

      if (placed->row >= n_rows)
        break;
      gtk_grid_attach (GTK_GRID (grid), build_cell (self, block, placed), placed->column, placed->row, placed->columns,
                       MIN (placed->rows, n_rows - placed->row));
    }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (grid),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) block->children->len,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) places->n_columns,
                                  -1);

  return with_cut (wb_wide_frame_new (grid), places->n_rows - n_rows);
}

/* How each kind of callout looks and what it is called. */
static const struct
{
  const char *style;
  const char *icon_name;
  const char *title;
} callouts[] = {
  [WB_CALLOUT_NOTE] = { "info", "mark-location-symbolic", N_("Note") },
  [WB_CALLOUT_TIP] = { "ok", "emoji-objects-symbolic", N_("Tip") },
  [WB_CALLOUT_WARNING] = { "warn", "dialog-warning-symbolic", N_("Caution") },
  [WB_CALLOUT_EXAMPLE] = { "example", "accessories-dictionary-symbolic", N_("Example") },
  [WB_CALLOUT_NOTES] = { NULL, "x-office-presentation-symbolic", N_("Speaker’s notes") },
};

/* Whether @block is a paragraph all in bold: authors give boxes a title of their own in this way. */
static gboolean
is_title (const WbBlock *block)
{
  if (block->type != WB_BLOCK_PARAGRAPH || block->inlines->len == 0)
    return FALSE;

  for (guint i = 0; i < block->inlines->len; i++)
    {
      const WbInline *run = g_ptr_array_index (block->inlines, i);

      if ((run->flags & WB_INLINE_STRONG) == 0 || run->target != NULL)
        return FALSE;
    }

  return TRUE;
}

static GtkWidget *
build_callout (WbBlockWidgets *self,
               const WbBlock  *block)
{
  GtkWidget *content = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP);
  GtkWidget *box;
  const guint kind = MIN ((guint) block->callout, G_N_ELEMENTS (callouts) - 1);
  const gboolean titled = block->children->len > 0 && is_title (g_ptr_array_index (block->children, 0));

  if (!titled)
    {
      GtkWidget *title = gtk_label_new (_(callouts[kind].title));

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "heading");
      gtk_widget_add_css_class (title, "callout-title");
      gtk_box_append (GTK_BOX (content), title);
    }
  append_children (self, content, block);
  if (titled)
    gtk_widget_add_css_class (gtk_widget_get_first_child (content), "callout-title");

  box = new_line_of (new_icon (callouts[kind].icon_name), content, 10, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_add_css_class (box, "callout");
  if (callouts[kind].style != NULL)
    gtk_widget_add_css_class (box, callouts[kind].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(callouts[kind].title), -1);

  return box;
}

static GtkWidget *
build_quote (WbBlockWidgets *self,
             const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_widget_add_css_class (box, "block-quote");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quotation"), -1);
  append_children (self, box, block);
  append_small_print (box, block->note);

  return box;
}

/* A question or a number that is to be remembered, with its line below. */
static GtkWidget *
build_statement (WbBlockWidgets *self,
                 const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 2, GTK_ACCESSIBLE_ROLE_GROUP);
  GtkWidget *label = new_label (self, block->inlines, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_add_css_class (label, block->type == WB_BLOCK_NUMBER ? "title-1" : "title-3");
  gtk_box_append (GTK_BOX (box), label);
  append_small_print (box, block->note);

  return box;
}

static GtkWidget *
build_code (WbBlockWidgets *self,
            const WbBlock  *block)
{
  GtkWidget *label = new_label (self, block->inlines, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "block-code");

  return wb_wide_frame_new (label);
}

/* A value nobody could document gets the empty bars of the lowest grade, with the words beside it. The content says
 * such things in these words, see data/content/README.md. */
static gboolean
is_unknown (const WbBlock *cell)
{
  g_autofree char *text = wb_block_to_text (cell);

  return g_str_equal (text, "Nicht belegt") || g_str_equal (text, "In der Quelle nicht genannt");
}

static GtkWidget *
build_fact (WbBlockWidgets *self,
            const WbBlock  *row)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 1, GTK_ACCESSIBLE_ROLE_GROUP);

  for (guint i = 0; i < row->children->len; i++)
    {
      const WbBlock *cell = g_ptr_array_index (row->children, i);
      GtkWidget *label = new_label (self, cell->inlines, GTK_ACCESSIBLE_ROLE_LABEL);
      GtkWidget *line = label;

      gtk_widget_add_css_class (label, "block-tight");
      if (i == 0)
        {
          gtk_widget_add_css_class (label, "block-fact");
          gtk_widget_add_css_class (label, "dim-label");
        }
      else if (is_unknown (cell))
        {
          line = new_line_of (new_icon ("wb-evidence-0-symbolic"), label, 8, GTK_ACCESSIBLE_ROLE_GROUP);
        }
      gtk_box_append (GTK_BOX (box), line);
    }

  return box;
}

static GtkWidget *
build_sheet (WbBlockWidgets *self,
             const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_HORIZONTAL, 0, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_widget_set_layout_manager (box, wb_columns_layout_new ());
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "block-sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Facts"), -1);
  for (guint i = 0; i < block->children->len; i++)
    gtk_widget_set_parent (build_fact (self, g_ptr_array_index (block->children, i)), box);

  return box;
}

/* A line to write on. */
static GtkWidget *
new_line (int above)
{
  GtkWidget *line = g_object_new (GTK_TYPE_SEPARATOR,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "valign", GTK_ALIGN_END,
                                  "margin-top", above,
                                  NULL);

  return line;
}

static GtkWidget *
build_lines (const WbBlock *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 0, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lines to write on"), -1);
  for (guint i = 0; i < MIN (block->lines, 40); i++)
    gtk_box_append (GTK_BOX (box), new_line (26));

  return box;
}

static GtkWidget *
build_signatures (WbBlockWidgets *self,
                  const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_HORIZONTAL, 24, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Signatures"), -1);
  for (guint i = 0; i < block->children->len; i++)
    {
      GtkWidget *part = new_box (GTK_ORIENTATION_VERTICAL, 4, GTK_ACCESSIBLE_ROLE_GROUP);

      gtk_box_append (GTK_BOX (part), new_line (40));
      append_children (self, part, g_ptr_array_index (block->children, i));
      gtk_box_append (GTK_BOX (box), part);
    }

  return box;
}

/* The drawing on a card, its caption, and the same as a table for those who want it. */
static GtkWidget *
build_figure (WbBlockWidgets *self,
              const WbBlock  *block)
{
  GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GROUP);
  GtkWidget *card = new_box (GTK_ORIENTATION_VERTICAL, 0, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  GtkWidget *view = wb_figure_view_new (block->figure);
  GtkWidget *expander = gtk_expander_new (_("As a table"));
  g_autoptr (WbBlock) table = wb_figure_create_table (block->figure);
  g_autofree char *name = g_strdup_printf (_("As a table: %s"), block->figure->title);

  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "block-figure");
  gtk_box_append (GTK_BOX (card), view);
  gtk_box_append (GTK_BOX (box), card);
  append_small_print (box, block->figure->title);

  g_ptr_array_add (self->stops, expander);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), build_table (self, table));
  gtk_box_append (GTK_BOX (box), expander);

  return box;
}

static GtkWidget *
build_block (WbBlockWidgets *self,
             const WbBlock  *block)
{
  switch (block->type)
    {
    case WB_BLOCK_HEADING:
      return build_heading (self, block);

    case WB_BLOCK_LIST:
      return build_list (self, block);

    case WB_BLOCK_CHECKLIST:
      return build_checklist (self, block);

    case WB_BLOCK_TABLE:
    case WB_BLOCK_AGENDA:
      return build_table (self, block);

    case WB_BLOCK_NUMBER:
    case WB_BLOCK_QUESTION:
      return build_statement (self, block);

    case WB_BLOCK_CALLOUT:
      return build_callout (self, block);

    case WB_BLOCK_QUOTE:
      return build_quote (self, block);

    case WB_BLOCK_CODE:
      return build_code (self, block);

    case WB_BLOCK_SHEET:
      return build_sheet (self, block);

    case WB_BLOCK_SIGNATURES:
      return build_signatures (self, block);

    case WB_BLOCK_LINES:
      return build_lines (block);

    case WB_BLOCK_FIGURE:
      return build_figure (self, block);

    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_PAGE_BREAK:
    case WB_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

    case WB_BLOCK_PARAGRAPH:
    case WB_BLOCK_CHECK:
    case WB_BLOCK_CELL:
      return new_label (self, block->inlines, GTK_ACCESSIBLE_ROLE_LABEL);

    case WB_BLOCK_DOCUMENT:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_ROW:
    case WB_BLOCK_COLUMNS:
    case WB_BLOCK_COLUMN:
    case WB_BLOCK_CONTENTS:
    default:
      {
        GtkWidget *box = new_box (GTK_ORIENTATION_VERTICAL, 12, GTK_ACCESSIBLE_ROLE_GROUP);

        /* Beside the text in the window there is an outline already: a list of contents is for paper. */
        if (block->children != NULL)
          append_children (self, box, block);
        return box;
      }
    }
}

static void
append_children (WbBlockWidgets *self,
                 GtkWidget      *box,
                 const WbBlock  *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    gtk_box_append (GTK_BOX (box), build_block (self, g_ptr_array_index (block->children, i)));
}

/* Until there are @n_labels more, or all. */
static void
build_more (WbBlockWidgets *self,
            guint           n_labels)
{
  const guint enough = self->labels->len + n_labels;

  for (; !wb_block_widgets_is_complete (self) && self->labels->len < enough; self->n_built++)
    gtk_box_append (GTK_BOX (self->root), build_block (self, g_ptr_array_index (self->block->children, self->n_built)));
}

WbBlockWidgets *
wb_block_widgets_new (const WbBlock *block)
{
  WbBlockWidgets *self = g_new0 (WbBlockWidgets, 1);

  g_return_val_if_fail (block != NULL, NULL);

  self->labels = g_ptr_array_new ();
  self->stops = g_ptr_array_new ();
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->fixed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->block = block;
  if (block->type == WB_BLOCK_DOCUMENT)
    {
      self->root = new_box (GTK_ORIENTATION_VERTICAL, 12, GTK_ACCESSIBLE_ROLE_GROUP);
      build_more (self, FIRST_LABELS);
    }
  else
    {
      self->root = build_block (self, block);
      self->n_built = G_MAXUINT;
    }

  return self;
}

gboolean
wb_block_widgets_is_complete (const WbBlockWidgets *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->block->children == NULL || self->n_built >= self->block->children->len;
}

gboolean
wb_block_widgets_add_more (WbBlockWidgets *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!wb_block_widgets_is_complete (self))
    build_more (self, MORE_LABELS);

  return !wb_block_widgets_is_complete (self);
}

void
wb_block_widgets_free (WbBlockWidgets *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->stops);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->fixed);
  g_free (self);
}
