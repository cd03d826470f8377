/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-table-row.h"

#include <glib/gi18n-lib.h>

#include "wb-choice-list.h"
#include "wb-compute.h"
#include "wb-corner-layout.h"
#include "wb-focus-pass.h"
#include "wb-focus.h"
#include "wb-link-picker.h"
#include "wb-long-cell.h"
#include "wb-name-chooser.h"
#include "wb-rules.h"
#include "wb-toggle-group.h"

struct _WbTableRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *number;
  GtkLabel *title;
  GtkWidget *box;
  GtkGrid *cells;
  GtkWidget *actions;
  GtkWidget *handle;
  GtkButton *up_button;
  GtkButton *down_button;
  GtkButton *remove_button;

  /* Owned */
  char *row;
  GPtrArray *editors;   /* GtkWidget for each column; borrowed from the template */
  GPtrArray *beside;    /* for each column a GPtrArray of what goes with its editor, its label and the box of it and its chooser of names;
                         * borrowed in the same way */
  GtkSizeGroup *corner; /* (nullable) what leaves the actions their place */

  /* Borrowed */
  GtkWidget *notice; /* (nullable) below the first line; NULL where all is in one line */
  WbFieldRow *owner; /* NULL once detached */

  /* State */
  guint position; /* in the table, from 1 */
};

enum
{
  REMOVE,
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbTableRow, wb_table_row, GTK_TYPE_WIDGET)

static const WbColumn *
get_column (WbTableRow *self,
            guint       i)
{
  return g_ptr_array_index (wb_field_row_get_field (self->owner)->columns, i);
}

static gboolean
is_side_by_side (WbTableRow *self)
{
  const WbField *field = wb_field_row_get_field (self->owner);

  return field->type != WB_FIELD_GROUP && field->columns->len <= WB_TABLE_MAX_SIDE_BY_SIDE;
}

static void
chosen_cb (WbTableRow *self,
           const char *id,
           GtkWidget  *editor)
{
  guint i;

  if (self->owner != NULL && g_ptr_array_find (self->editors, editor, &i))
    wb_field_row_store (self->owner, self->row, get_column (self, i)->id, id);
}

/* A question of the row appears and goes with the answers it depends on. */
static void
show_asked (WbTableRow *self)
{
  WbFormContext *context;

  if (self->owner == NULL)
    return;
  context = wb_field_row_get_context (self->owner);
  for (guint i = 0; i < self->editors->len; i++)
    {
      const gboolean asked = wb_column_applies (get_column (self, i), wb_field_row_get_field (self->owner), self->row,
                                                wb_form_context_get_guide (context), wb_form_context_get_answers (context));
      GtkWidget *editor = g_ptr_array_index (self->editors, i);
      GPtrArray *beside = g_ptr_array_index (self->beside, i);

      if (gtk_widget_get_visible (editor) == asked)
        continue;
      gtk_widget_set_visible (editor, asked);
      for (guint j = 0; j < beside->len; j++)
        gtk_widget_set_visible (g_ptr_array_index (beside, j), asked);
      /* Nobody could mend what is out of sight. */
      if (!asked && WB_IS_CELL_ENTRY (editor) && wb_cell_entry_get_problem (WB_CELL_ENTRY (editor)) != NULL)
        wb_cell_entry_reset (WB_CELL_ENTRY (editor));
    }
}

/* A computed cell for people; "" where what it is computed from is not asked. (transfer full) */
static char *
get_computed_words (WbTableRow     *self,
                    const WbColumn *column)
{
  const WbField *field = wb_field_row_get_field (self->owner);
  WbFormContext *context = wb_field_row_get_context (self->owner);
  WbGuide *guide = wb_form_context_get_guide (context);
  WbAnswers *answers = wb_form_context_get_answers (context);
  g_autofree char *value = wb_compute_cell (field, column, self->row, guide, answers, NULL);

  if (value != NULL)
    return wb_compute_to_display (field, column, guide, value);

  return g_strdup (wb_compute_cell_is_skipped (field, column, self->row, guide, answers) ? "" : _("still open"));
}

/* What follows from other cells. */
static void
show_computed (WbTableRow *self)
{
  if (self->owner == NULL)
    return;
  for (guint i = 0; i < self->editors->len; i++)
    {
      const WbColumn *column = get_column (self, i);
      g_autofree char *words = NULL;
      g_autofree char *name = NULL;
      GtkWidget *label = g_ptr_array_index (self->editors, i);

      if (column->type != WB_FIELD_COMPUTED)
        continue;
      words = get_computed_words (self, column);
      name = *words != '\0' ? g_strdup_printf (_("%s: %s"), column->label, words) : g_strdup (column->label);
      gtk_label_set_text (GTK_LABEL (label), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
answers_changed_cb (WbTableRow *self)
{
  show_asked (self);
  show_computed (self);
}

static void
show_chosen (WbTableRow *self,
             guint       i)
{
  GtkWidget *editor = g_ptr_array_index (self->editors, i);
  const char *value = wb_field_row_get (self->owner, self->row, get_column (self, i)->id);

  if (WB_IS_CHOICE_LIST (editor))
    wb_choice_list_set_chosen (WB_CHOICE_LIST (editor), value);
  else if (WB_IS_TOGGLE_GROUP (editor))
    wb_toggle_group_set_chosen (WB_TOGGLE_GROUP (editor), value);
}

static void
cell_changed_cb (WbAnswers  *answers,
                 const char *field,
                 const char *row,
                 const char *column,
                 const char *value,
                 WbTableRow *self)
{
  if (self->owner == NULL || g_strcmp0 (row, self->row) != 0
      || g_strcmp0 (field, wb_field_row_get_field (self->owner)->id) != 0)
    return;

  for (guint i = 0; i < self->editors->len; i++)
    if (g_strcmp0 (get_column (self, i)->id, column) == 0)
      show_chosen (self, i);
}

static GtkWidget *
make_yes_no (const WbColumn *column)
{
  GtkWidget *group = wb_toggle_group_new ();

  wb_toggle_group_add (WB_TOGGLE_GROUP (group), "yes", _("Yes"), _("Yes"));
  wb_toggle_group_add (WB_TOGGLE_GROUP (group), "no", _("No"), _("No"));
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, column->label, -1);

  return group;
}

static GtkWidget *
make_computed (WbTableRow     *self,
               const WbColumn *column)
{
  WbGuide *guide = wb_form_context_get_guide (wb_field_row_get_context (self->owner));
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *formula = NULL;

  if (column->formula != NULL)
    {
      words = wb_formula_to_words (column->formula, wb_field_row_get_field (self->owner), guide);
      formula = g_strdup_printf (_("Computed: %s"), words);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "computed-cell");
  gtk_widget_set_tooltip_text (label, formula);

  return label;
}

static GtkWidget *
make_editor (WbTableRow     *self,
             const WbColumn *column)
{
  WbFormContext *context = wb_field_row_get_context (self->owner);
  GtkWidget *editor;

  if (column->type == WB_FIELD_COMPUTED)
    return make_computed (self, column);
  if (column->type == WB_FIELD_LINK)
    return wb_link_picker_new (context, wb_field_row_get_field (self->owner), self->row, column->id, column->label);
  if (column->type == WB_FIELD_LONG_TEXT)
    return wb_long_cell_new (context, wb_field_row_get_field (self->owner), self->row, column->id, column->label);
  if (column->type != WB_FIELD_CHOICE && column->type != WB_FIELD_YES_NO)
    {
      editor = wb_cell_entry_new (context, wb_field_row_get_field (self->owner), self->row,
                                  column->id, column->type, column->label);
      wb_field_row_add_entry (self->owner, WB_CELL_ENTRY (editor));
      if (is_side_by_side (self))
        gtk_widget_set_hexpand (GTK_WIDGET (wb_cell_entry_get_entry (WB_CELL_ENTRY (editor))),
                                TRUE);
      return editor;
    }

  editor = column->type == WB_FIELD_YES_NO
             ? make_yes_no (column)
             : wb_choice_list_new (column->options, column->label);
  gtk_widget_set_sensitive (editor, !wb_form_context_get_read_only (context));
  g_signal_connect_object (editor, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return editor;
}

/* (nullable) (transfer floating) */
static GtkWidget *
make_chooser (WbTableRow     *self,
              const WbColumn *column,
              GtkWidget      *editor)
{
  if (!WB_IS_CELL_ENTRY (editor) || !wb_name_chooser_fits (wb_field_row_get_field (self->owner), column->id))
    return NULL;

  return wb_name_chooser_new (self->owner, self->row, column->id, column->label, wb_cell_entry_get_entry (WB_CELL_ENTRY (editor)));
}

static GtkWidget *
put_side_by_side (GtkWidget *editor,
                  GtkWidget *chooser)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), editor);
  gtk_box_append (GTK_BOX (box), chooser);

  return box;
}

/* What a cell below another is called. (transfer floating) */
static GtkWidget *
make_cell_label (const WbColumn *column)
{
  GtkWidget *label = gtk_label_new (column->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, column->hint);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, "dim-label");
  if (column->type == WB_FIELD_LONG_TEXT)
    {
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "cell-label");
    }

  return label;
}

/* The first line ends before the actions, the others below them. */
static void
attach_below (WbTableRow     *self,
              guint           i,
              const WbColumn *column,
              GtkWidget      *editor,
              GtkWidget      *chooser)
{
  const gboolean shared = i == 0 && wb_field_row_get_field (self->owner)->item == NULL;
  const int line = i == 0 ? 0 : (int) i + 1;
  GPtrArray *beside = g_ptr_array_index (self->beside, i);
  GtkWidget *label = make_cell_label (column);
  GtkWidget *cell = chooser != NULL ? put_side_by_side (editor, chooser) : editor;

  if (column->type == WB_FIELD_CHOICE)
    gtk_widget_set_halign (editor, GTK_ALIGN_START);
  gtk_grid_attach (self->cells, label, 0, line, 1, 1);
  gtk_grid_attach (self->cells, cell, 1, line, shared ? 1 : 2, 1);
  g_ptr_array_add (beside, label);
  if (cell != editor)
    g_ptr_array_add (beside, cell);
  if (shared)
    {
      GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_size_group_add_widget (self->corner, space);
      gtk_grid_attach (self->cells, space, 2, 0, 1, 1);
    }
}

static void
attach_editor (WbTableRow *self,
               guint       i)
{
  const WbColumn *column = get_column (self, i);
  GtkWidget *editor = make_editor (self, column);
  GtkWidget *chooser = make_chooser (self, column, editor);

  g_ptr_array_add (self->editors, editor);
  g_ptr_array_add (self->beside, g_ptr_array_new ());
  gtk_widget_set_hexpand (editor, TRUE);
  if (is_side_by_side (self))
    gtk_grid_attach (self->cells, chooser != NULL ? put_side_by_side (editor, chooser) : editor, (int) i, 0, 1, 1);
  else
    attach_below (self, i, column, editor, chooser);
}

/* The cells of a row that is a card of its own stand below each other, and have its whole width where the actions are not. */
static void
make_card (WbTableRow *self)
{
  const gboolean named = wb_field_row_get_field (self->owner)->item != NULL;

  gtk_widget_add_css_class (GTK_WIDGET (self), "many");
  gtk_widget_set_layout_manager (GTK_WIDGET (self), wb_corner_layout_new ());
  self->corner = gtk_size_group_new (named ? GTK_SIZE_GROUP_VERTICAL : GTK_SIZE_GROUP_BOTH);
  gtk_size_group_add_widget (self->corner, self->actions);
  if (named)
    gtk_size_group_add_widget (self->corner, GTK_WIDGET (self->title));
  self->notice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_grid_attach (self->cells, self->notice, 0, 1, 3, 1);
}

static void
remove_cb (WbTableRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
move (WbTableRow *self,
      int         steps)
{
  GtkButton *button = steps < 0 ? self->up_button : self->down_button;

  if (gtk_widget_get_visible (self->actions) && gtk_widget_get_visible (GTK_WIDGET (button))
      && gtk_widget_get_sensitive (GTK_WIDGET (button)))
    g_signal_emit (self, signals[MOVE], 0, steps);
}

/* A row that is dragged to the place of another. */
typedef struct
{
  WbTableRow *row;
  int steps;
} Drop;

/* Moving makes the row anew, which has to wait until the drag is over. */
static void
dropped_cb (gpointer data)
{
  Drop *drop = data;

  if (drop->row->owner != NULL)
    g_signal_emit (drop->row, signals[MOVE], 0, drop->steps);
  g_object_unref (drop->row);
  g_free (drop);
}

static GdkContentProvider *
drag_prepare_cb (WbTableRow    *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, gtk_widget_get_width (GTK_WIDGET (self)), 0);

  return gdk_content_provider_new_typed (WB_TYPE_TABLE_ROW, self);
}

/* Only within its own table. @dragged: (nullable) */
static gboolean
can_take (WbTableRow *self,
          WbTableRow *dragged)
{
  return dragged != NULL && dragged != self && dragged->owner != NULL && dragged->owner == self->owner
         && !wb_form_context_get_read_only (wb_field_row_get_context (self->owner));
}

/* Rows come from this program alone. What is refused here gets no frame. */
static gboolean
accept_cb (WbTableRow *self,
           GdkDrop    *drop)
{
  GdkDrag *drag = gdk_drop_get_drag (drop);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, WB_TYPE_TABLE_ROW);

  return drag != NULL && gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL)
         && can_take (self, g_value_get_object (&value));
}

static gboolean
drop_cb (WbTableRow   *self,
         const GValue *value,
         double        x,
         double        y)
{
  WbTableRow *dragged = g_value_get_object (value);
  Drop *drop;

  if (!can_take (self, dragged))
    return FALSE;

  drop = g_new (Drop, 1);
  drop->row = g_object_ref (dragged);
  drop->steps = (int) self->position - (int) dragged->position;
  g_idle_add_once (dropped_cb, drop);

  return TRUE;
}

static void
add_drag (WbTableRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WB_TYPE_TABLE_ROW, GDK_ACTION_MOVE);

  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
up_cb (WbTableRow *self)
{
  move (self, -1);
}

static void
down_cb (WbTableRow *self)
{
  move (self, 1);
}

static gboolean
key_pressed_cb (WbTableRow      *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move (self, key == GDK_KEY_Up ? -1 : 1);

  return GDK_EVENT_STOP;
}

static gboolean
wb_table_row_grab_focus (GtkWidget *widget)
{
  return wb_focus_first (GTK_WIDGET (WB_TABLE_ROW (widget)->cells));
}

static void
wb_table_row_dispose (GObject *object)
{
  WbTableRow *self = WB_TABLE_ROW (object);

  g_ptr_array_set_size (self->editors, 0);
  g_ptr_array_set_size (self->beside, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_TABLE_ROW);

  G_OBJECT_CLASS (wb_table_row_parent_class)->dispose (object);
}

static void
wb_table_row_finalize (GObject *object)
{
  WbTableRow *self = WB_TABLE_ROW (object);

  g_free (self->row);
  g_clear_object (&self->corner);
  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->beside);

  G_OBJECT_CLASS (wb_table_row_parent_class)->finalize (object);
}

static void
wb_table_row_class_init (WbTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_table_row_dispose;
  object_class->finalize = wb_table_row_finalize;
  widget_class->grab_focus = wb_table_row_grab_focus;
  widget_class->focus = wb_focus_pass;

  signals[REMOVE] =
    g_signal_new ("remove", WB_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[MOVE] =
    g_signal_new ("move", WB_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-table-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, number);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, title);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, box);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, cells);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, actions);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, handle);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, WbTableRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_table_row_init (WbTableRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->editors = g_ptr_array_new ();
  self->beside = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_drag (self);
}

GtkWidget *
wb_table_row_new (WbFieldRow *owner,
                  const char *row)
{
  WbTableRow *self;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);
  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (WB_TYPE_TABLE_ROW, NULL);
  self->owner = owner;
  self->row = g_strdup (row);
  if (!is_side_by_side (self))
    make_card (self);
  for (guint i = 0; i < wb_field_row_get_field (owner)->columns->len; i++)
    {
      attach_editor (self, i);
      show_chosen (self, i);
    }
  gtk_grid_set_column_homogeneous (self->cells, is_side_by_side (self));
  answers_changed_cb (self);
  gtk_widget_set_visible (self->actions,
                          !wb_form_context_get_read_only (wb_field_row_get_context (owner)));
  g_signal_connect_object (wb_field_row_get_answers (owner), "cell-changed",
                           G_CALLBACK (cell_changed_cb), self, 0);
  g_signal_connect_object (wb_field_row_get_answers (owner), "changed", G_CALLBACK (answers_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
wb_table_row_get_row (WbTableRow *self)
{
  g_return_val_if_fail (WB_IS_TABLE_ROW (self), NULL);

  return self->row;
}

/* @words: with %s for @row. */
static void
name_button (GtkButton  *button,
             const char *row,
             const char *words,
             const char *tip)
{
  g_autoptr (GString) name = g_string_new (words);

  g_string_replace (name, "%s", row, 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

void
wb_table_row_set_position (WbTableRow *self,
                           guint       position,
                           guint       n_rows)
{
  g_autofree char *number = g_strdup_printf ("%u", position);
  g_autofree char *name = NULL;
  g_autofree char *remove = NULL;
  const char *item;

  g_return_if_fail (WB_IS_TABLE_ROW (self));

  item = self->owner != NULL ? wb_field_row_get_field (self->owner)->item : NULL;
  name = item != NULL ? g_strdup_printf ("%s %u", item, position) : g_strdup_printf (_("Row %u"), position);
  remove = item != NULL ? g_strdup_printf (_("Remove %s %u"), item, position) : g_strdup_printf (_("Remove row %u"), position);
  gtk_label_set_text (self->title, name);
  gtk_widget_set_visible (GTK_WIDGET (self->title), item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->number), item == NULL);

  gtk_label_set_text (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  name_button (self->up_button, name, _("Move up: %s"), _("Move up (Alt+Up)"));
  name_button (self->down_button, name, _("Move down: %s"), _("Move down (Alt+Down)"));
  self->position = position;
  gtk_widget_set_visible (self->handle, n_rows > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->up_button), n_rows > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->down_button), n_rows > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->up_button), position > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->down_button), position < n_rows);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

void
wb_table_row_prepend (WbTableRow *self,
                      GtkWidget  *widget)
{
  g_return_if_fail (WB_IS_TABLE_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (self->notice == NULL)
    {
      gtk_box_prepend (GTK_BOX (self->box), widget);
      return;
    }
  gtk_box_append (GTK_BOX (self->notice), widget);
  /* Without it, not even a gap. */
  g_object_bind_property (widget, "visible", self->notice, "visible", G_BINDING_SYNC_CREATE);
}

void
wb_table_row_focus_move (WbTableRow *self,
                         int         steps)
{
  GtkButton *button, *other;

  g_return_if_fail (WB_IS_TABLE_ROW (self));

  button = steps < 0 ? self->up_button : self->down_button;
  other = steps < 0 ? self->down_button : self->up_button;
  gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_sensitive (GTK_WIDGET (button)) ? button : other));
}

void
wb_table_row_focus_cell (WbTableRow *self,
                         const char *column)
{
  GtkWidget *cell;

  g_return_if_fail (WB_IS_TABLE_ROW (self));

  cell = wb_table_row_get_cell (self, column);
  if (WB_IS_CELL_ENTRY (cell))
    gtk_entry_grab_focus_without_selecting (wb_cell_entry_get_entry (WB_CELL_ENTRY (cell)));
  else if (cell != NULL && !gtk_widget_grab_focus (cell))
    wb_focus_first (cell);
}

const char *
wb_table_row_get_focused (WbTableRow *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (WB_IS_TABLE_ROW (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL)
    return NULL;
  for (guint i = 0; i < self->editors->len; i++)
    {
      GtkWidget *editor = g_ptr_array_index (self->editors, i);

      if (focus == editor || gtk_widget_is_ancestor (focus, editor))
        return get_column (self, i)->id;
    }

  return NULL;
}

GtkWidget *
wb_table_row_get_cell (WbTableRow *self,
                       const char *column)
{
  g_return_val_if_fail (WB_IS_TABLE_ROW (self), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    if (g_strcmp0 (get_column (self, i)->id, column) == 0)
      return g_ptr_array_index (self->editors, i);

  return NULL;
}

void
wb_table_row_settle (WbTableRow *self)
{
  g_return_if_fail (WB_IS_TABLE_ROW (self));

  for (guint i = 0; i < self->editors->len; i++)
    if (WB_IS_CELL_ENTRY (g_ptr_array_index (self->editors, i)))
      wb_cell_entry_settle (g_ptr_array_index (self->editors, i));
}

void
wb_table_row_detach (WbTableRow *self)
{
  g_return_if_fail (WB_IS_TABLE_ROW (self));

  for (guint i = 0; i < self->editors->len; i++)
    if (WB_IS_CELL_ENTRY (g_ptr_array_index (self->editors, i)))
      wb_field_row_remove_entry (self->owner, g_ptr_array_index (self->editors, i));
    else if (WB_IS_LONG_CELL (g_ptr_array_index (self->editors, i)))
      wb_long_cell_discard (g_ptr_array_index (self->editors, i));
  self->owner = NULL;
}

void
wb_table_row_flush (WbTableRow *self)
{
  g_return_if_fail (WB_IS_TABLE_ROW (self));

  for (guint i = 0; i < self->editors->len; i++)
    if (WB_IS_LONG_CELL (g_ptr_array_index (self->editors, i)))
      wb_long_cell_flush (g_ptr_array_index (self->editors, i));
}
