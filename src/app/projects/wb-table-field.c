/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-table-field.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "wb-finding-list.h"
#include "wb-place-map.h"
#include "wb-raci-view.h"
#include "wb-row-move.h"
#include "wb-focus.h"
#include "wb-table-row.h"
#include "wb-timeline-view.h"

struct _WbTableField
{
  WbFieldRow parent_instance;

  /* Owned */
  GHashTable *removed; /* column → value of the row removed last; empty when there is none */

  /* Borrowed from the control */
  GtkWidget *head; /* NULL where each row is a card */
  GtkBox *rows;
  GtkWidget *add_button;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (WbTableField, wb_table_field, WB_TYPE_FIELD_ROW)

static WbTableRow *
find_row (WbTableField *self,
          const char   *row)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (wb_table_row_get_row (WB_TABLE_ROW (child)), row) == 0)
      return WB_TABLE_ROW (child);

  return NULL;
}

/* Keeps what stands in @row, so that it can be brought back. */
static void
remember_row (WbTableField *self,
              const char   *row)
{
  const WbField *field = wb_field_row_get_field (WB_FIELD_ROW (self));

  g_hash_table_remove_all (self->removed);
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      const char *value = wb_field_row_get (WB_FIELD_ROW (self), row, column->id);

      if (*value != '\0')
        g_hash_table_insert (self->removed, g_strdup (column->id), g_strdup (value));
    }
}

static void
renumber (WbTableField *self)
{
  g_autofree char *status = NULL;
  const WbField *field = wb_field_row_get_field (WB_FIELD_ROW (self));
  const guint n_rows = wb_answers_count_rows (wb_field_row_get_answers (WB_FIELD_ROW (self)), field->id);
  GtkWidget *child;
  guint n = 0;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wb_table_row_set_position (WB_TABLE_ROW (child), ++n, n_rows);

  if (self->head != NULL)
    gtk_widget_set_visible (self->head, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
  gtk_widget_set_visible (self->restore_button, g_hash_table_size (self->removed) > 0);
  status = wb_field_row_get_field (WB_FIELD_ROW (self))->item != NULL ? g_strdup_printf (_("%u so far"), n) : n > 0 ? g_strdup_printf (ngettext ("%u row", "%u rows", n), n) : g_strdup (_("No rows yet"));
  wb_field_row_set_status (WB_FIELD_ROW (self), status);
}

/* The focus goes to the row that takes the place of @child, or to the button that adds one. */
static void
focus_neighbour (WbTableField *self,
                 GtkWidget    *child)
{
  GtkWidget *next = gtk_widget_get_next_sibling (child);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (child);
  gtk_widget_grab_focus (next != NULL ? next : self->add_button);
}

static void
remove_cb (WbTableField *self,
           WbTableRow   *child)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  g_autofree char *id = g_strdup (wb_table_row_get_row (child));

  wb_field_row_flush (row);
  remember_row (self, id);
  focus_neighbour (self, GTK_WIDGET (child));
  wb_answers_remove_row (wb_field_row_get_answers (row), wb_field_row_get_field (row)->id, id);
}

/* The place of @child among the rows. */
static guint
find_position (GtkWidget *child)
{
  guint n = 0;

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    n++;

  return n;
}

/* What was typed in @row and could not be stored, for each column. (transfer full) */
static GHashTable *
copy_drafts (WbTableField *self,
             const char   *row)
{
  GHashTable *drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const WbField *field = wb_field_row_get_field (WB_FIELD_ROW (self));

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      const char *draft = wb_form_context_get_draft (wb_field_row_get_context (WB_FIELD_ROW (self)), field->id, row, column->id);

      if (draft != NULL)
        g_hash_table_insert (drafts, g_strdup (column->id), g_strdup (draft));
    }

  return drafts;
}

static void
write_drafts (WbTableRow *child,
              GHashTable *drafts)
{
  GHashTableIter iter;
  gpointer column, text;

  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, &column, &text))
    {
      GtkWidget *cell = wb_table_row_get_cell (child, column);

      if (!WB_IS_CELL_ENTRY (cell))
        continue;
      gtk_editable_set_text (GTK_EDITABLE (wb_cell_entry_get_entry (WB_CELL_ENTRY (cell))), text);
      wb_cell_entry_flush (WB_CELL_ENTRY (cell));
    }
}

/* The row that is moved is made anew: what stands in it beside the answers goes along. */
static void
move_cb (WbTableField *self,
         int           steps,
         WbTableRow   *child)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  g_autofree char *id = g_strdup (wb_table_row_get_row (child));
  g_autofree char *focused = g_strdup (wb_table_row_get_focused (child));
  g_autoptr (GHashTable) drafts = NULL;
  const guint from = find_position (GTK_WIDGET (child));
  WbTableRow *moved;

  if (steps < 0 && from < (guint) -steps)
    return;
  wb_field_row_flush (row);
  wb_table_row_settle (child);
  drafts = copy_drafts (self, id);
  wb_field_row_keep_offer (row);
  if (!wb_row_move (wb_field_row_get_answers (row), wb_field_row_get_field (row)->id, id, from + steps))
    return;
  moved = find_row (self, id);
  if (moved == NULL)
    return;
  write_drafts (moved, drafts);
  if (focused != NULL)
    wb_table_row_focus_cell (moved, focused);
  else
    wb_table_row_focus_move (moved, steps);
}

static GtkWidget *
append_row (WbTableField *self,
            const char   *row)
{
  GtkWidget *child = wb_table_row_new (WB_FIELD_ROW (self), row);

  g_signal_connect_object (child, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, child);

  return child;
}

/* The row before @position; NULL for the first. */
static GtkWidget *
find_row_before (WbTableField *self,
                 guint         position)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < position; i++)
    before = before == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->rows)) : gtk_widget_get_next_sibling (before);

  return before;
}

static void
row_added_cb (WbAnswers    *answers,
              const char   *field,
              const char   *row,
              guint         position,
              WbTableField *self)
{
  if (g_strcmp0 (field, wb_field_row_get_field (WB_FIELD_ROW (self))->id) != 0)
    return;

  gtk_box_reorder_child_after (self->rows, append_row (self, row), find_row_before (self, position));
  renumber (self);
}

static void
row_removed_cb (WbAnswers    *answers,
                const char   *field,
                const char   *row,
                WbTableField *self)
{
  WbTableRow *child;

  if (g_strcmp0 (field, wb_field_row_get_field (WB_FIELD_ROW (self))->id) != 0)
    return;

  child = find_row (self, row);
  if (child == NULL)
    return;

  wb_table_row_detach (child);
  gtk_box_remove (self->rows, GTK_WIDGET (child));
  renumber (self);
}

static const char *
add_row (WbTableField *self)
{
  WbFieldRow *row = WB_FIELD_ROW (self);

  return wb_answers_add_row (wb_field_row_get_answers (row), wb_field_row_get_field (row)->id, NULL);
}

/* @child: (nullable) to be typed into, and seen as a whole. */
static void
show_row (WbTableRow *child)
{
  if (child == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (child));
  wb_focus_reveal (GTK_WIDGET (child));
}

static void
add_cb (WbTableField *self)
{
  show_row (find_row (self, add_row (self)));
}

static void
restore_cb (WbTableField *self)
{
  WbFieldRow *row = WB_FIELD_ROW (self);
  g_autofree char *id = g_strdup (add_row (self));
  GHashTableIter iter;
  gpointer column, value;

  g_hash_table_iter_init (&iter, self->removed);
  while (g_hash_table_iter_next (&iter, &column, &value))
    wb_field_row_store (row, id, column, value);
  g_hash_table_remove_all (self->removed);
  show_row (find_row (self, id));
  renumber (self);
}

static GtkWidget *
make_head (const WbField *field)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (head), TRUE);
  gtk_widget_add_css_class (head, "table-head");
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      GtkWidget *label = gtk_label_new (column->label);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (head), label);
    }

  return head;
}

static GtkWidget *
make_buttons (WbTableField *self)
{
  const WbField *field = wb_field_row_get_field (WB_FIELD_ROW (self));
  WbFormContext *context = wb_field_row_get_context (WB_FIELD_ROW (self));
  g_autofree char *words = field->item != NULL ? g_strdup_printf (_("Add: %s"), field->item) : g_strdup (_("Add row"));
  g_autofree char *name = field->item != NULL ? g_strdup_printf (_("Add: %s, %s"), field->item, field->label)
                                              : g_strdup_printf (_("Add row: %s"), field->label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* AdwButtonContent would add its words to the name. */
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_IMAGE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "icon-name", "list-add-symbolic",
                                NULL));
  gtk_box_append (GTK_BOX (content), gtk_label_new (words));
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->add_button);

  self->restore_button = gtk_button_new_with_label (_("Bring removed row back"));
  gtk_widget_add_css_class (self->restore_button, "flat");
  g_signal_connect_object (self->restore_button, "clicked", G_CALLBACK (restore_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->restore_button);
  gtk_widget_set_visible (box, !wb_form_context_get_read_only (context));

  return box;
}

/* What shows all rows at once; NULL for tables of which the program knows nothing. (transfer floating) */
static GtkWidget *
make_overview (WbFieldRow *row)
{
  switch (wb_field_row_get_field (row)->grid)
    {
    case WB_GRID_STAKEHOLDERS:
    case WB_GRID_RISKS:
      return wb_place_map_new (row);
    case WB_GRID_RACI:
      return wb_raci_view_new (row);
    case WB_GRID_MILESTONES:
      return wb_timeline_view_new (row);
    case WB_GRID_NONE:
    case WB_GRID_PERSONS:
    case WB_GRID_DATA:
    case WB_GRID_INTERFACES:
    case WB_GRID_DECISIONS:
    default:
      return NULL;
    }
}

static void
wb_table_field_build (WbFieldRow *row)
{
  WbTableField *self = WB_TABLE_FIELD (row);
  const WbField *field = wb_field_row_get_field (row);
  WbAnswers *answers = wb_field_row_get_answers (row);
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overview = make_overview (row);

  if (overview != NULL)
    gtk_box_append (GTK_BOX (box), overview);
  if (field->type != WB_FIELD_GROUP && field->columns->len <= WB_TABLE_MAX_SIDE_BY_SIDE)
    {
      self->head = make_head (field);
      gtk_box_append (GTK_BOX (box), self->head);
    }
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  if (field->grid != WB_GRID_NONE)
    gtk_box_append (GTK_BOX (box), wb_finding_list_new (row));
  wb_field_row_set_control (row, box);

  for (guint i = 0; rows[i] != NULL; i++)
    append_row (self, rows[i]);
  renumber (self);
  g_signal_connect_object (answers, "row-added", G_CALLBACK (row_added_cb), self, 0);
  g_signal_connect_object (answers, "row-removed", G_CALLBACK (row_removed_cb), self, 0);
}

static void
wb_table_field_flush (WbFieldRow *row)
{
  WbTableField *self = WB_TABLE_FIELD (row);
  GtkWidget *child;

  WB_FIELD_ROW_CLASS (wb_table_field_parent_class)->flush (row);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wb_table_row_flush (WB_TABLE_ROW (child));
}

static void
wb_table_field_finalize (GObject *object)
{
  g_hash_table_unref (WB_TABLE_FIELD (object)->removed);

  G_OBJECT_CLASS (wb_table_field_parent_class)->finalize (object);
}

static void
wb_table_field_class_init (WbTableFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_table_field_finalize;
  WB_FIELD_ROW_CLASS (klass)->build = wb_table_field_build;
  WB_FIELD_ROW_CLASS (klass)->flush = wb_table_field_flush;
}

static void
wb_table_field_init (WbTableField *self)
{
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
