/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-raci-view.h"

#include <glib/gi18n-lib.h>

#include "wb-names.h"
#include "wb-wide-frame.h"

#define N_PARTS 4

struct _WbRaciView
{
  GtkWidget parent_instance;

  /* Owned */
  GHashTable *cells; /* "row\nperson" → button */
  char *shape;       /* what rows and columns the grid was built for */

  /* Borrowed */
  WbFieldRow *owner;
  GtkWidget *grid;
  GtkLabel *hint;

  /* State */
  guint update_id;
};

typedef struct
{
  const char *column;
  const char *letter;
  const char *words;
  guint key;
} Part;

static const Part parts[N_PARTS] = {
  { "responsible", "R", N_("does it"), GDK_KEY_r },
  { "accountable", "A", N_("answers for it"), GDK_KEY_a },
  { "consulted", "C", N_("is asked before"), GDK_KEY_c },
  { "informed", "I", N_("is informed"), GDK_KEY_i },
};

G_DEFINE_FINAL_TYPE (WbRaciView, wb_raci_view, GTK_TYPE_WIDGET)

static char *
make_key (const char *row,
          const char *person)
{
  return g_strconcat (row, "\n", person, NULL);
}

static gboolean
is_part (WbRaciView *self,
         const char *row,
         const char *person,
         guint       part)
{
  return wb_names_contain (wb_field_row_get (self->owner, row, parts[part].column), person);
}

static void
set_part (WbRaciView *self,
          const char *row,
          const char *person,
          guint       part,
          gboolean    in)
{
  g_autofree char *names = NULL;

  if (is_part (self, row, person, part) == in)
    return;

  names = wb_names_toggle (wb_field_row_get (self->owner, row, parts[part].column), person, in);
  wb_field_row_store (self->owner, row, parts[part].column, names);
}

static void
show_cell (WbRaciView *self,
           GtkWidget  *button,
           const char *row,
           const char *person)
{
  const char *task = wb_field_row_get (self->owner, row, "task");
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < N_PARTS; i++)
    if (is_part (self, row, person, i))
      {
        g_string_append_printf (letters, "%s%s", letters->len > 0 ? " " : "", parts[i].letter);
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(parts[i].words));
      }
  gtk_button_set_label (GTK_BUTTON (button), letters->len > 0 ? letters->str : "–");
  name = g_strdup_printf ("%s, %s: %s", *task != '\0' ? task : _("Task without a name"), person,
                          words->len > 0 ? words->str : _("no part"));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Which pair a button stands for. */
static void
get_pair (GtkWidget   *button,
          const char **row,
          const char **person)
{
  *row = g_object_get_data (G_OBJECT (button), "row");
  *person = g_object_get_data (G_OBJECT (button), "person");
}

static void
clicked_cb (WbRaciView *self,
            GtkWidget  *button)
{
  const char *row, *person;
  guint next = 0;

  get_pair (button, &row, &person);
  for (guint i = 0; i < N_PARTS; i++)
    if (is_part (self, row, person, i))
      next = i + 1;
  for (guint i = 0; i < N_PARTS; i++)
    set_part (self, row, person, i, i == next);
}

static gboolean
key_pressed_cb (WbRaciView            *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const char *row, *person;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  get_pair (button, &row, &person);
  for (guint i = 0; i < N_PARTS; i++)
    if (gdk_keyval_to_lower (key) == parts[i].key)
      {
        set_part (self, row, person, i, !is_part (self, row, person, i));
        return GDK_EVENT_STOP;
      }
  if (key != GDK_KEY_Delete && key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < N_PARTS; i++)
    set_part (self, row, person, i, FALSE);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_cell (WbRaciView *self,
           const char *row,
           const char *person)
{
  GtkWidget *button = gtk_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (button), "row", g_strdup (row), g_free);
  g_object_set_data_full (G_OBJECT (button), "person", g_strdup (person), g_free);
  gtk_widget_add_css_class (button, "raci");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, !wb_form_context_get_read_only (wb_field_row_get_context (self->owner)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, keys);
  g_hash_table_insert (self->cells, make_key (row, person), button);

  return button;
}

static GtkWidget *
make_head (const char *text,
           float       xalign,
           int         chars)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "width-chars", chars, "max-width-chars", chars + 4, NULL);

  gtk_widget_add_css_class (label, "caption-heading");

  return label;
}

static void
rebuild (WbRaciView   *self,
         const char  **rows,
         GStrv         people)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 4, "column-spacing", 4, NULL);

  g_hash_table_remove_all (self->cells);
  for (guint j = 0; people[j] != NULL; j++)
    gtk_grid_attach (GTK_GRID (grid), make_head (people[j], 0.5f, 8), (int) j + 1, 0, 1, 1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *task = wb_field_row_get (self->owner, rows[i], "task");

      gtk_grid_attach (GTK_GRID (grid), make_head (*task != '\0' ? task : _("Task without a name"), 0.0f, 14), 0, (int) i + 1,
                       1, 1);
      for (guint j = 0; people[j] != NULL; j++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (self, rows[i], people[j]), (int) j + 1, (int) i + 1, 1, 1);
    }
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  self->grid = wb_wide_frame_new (grid);
  gtk_widget_insert_after (self->grid, GTK_WIDGET (self), NULL);
}

static void
update (WbRaciView *self)
{
  const WbField *field = wb_field_row_get_field (self->owner);
  WbAnswers *answers = wb_field_row_get_answers (self->owner);
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  g_auto (GStrv) people = wb_names_list (field, wb_form_context_get_guide (wb_field_row_get_context (self->owner)), answers);
  g_autoptr (GString) shape = g_string_new (NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *focused = NULL;
  GHashTableIter iter;
  gpointer button;

  for (guint i = 0; rows[i] != NULL; i++)
    g_string_append_printf (shape, "%s=%s\n", rows[i], wb_field_row_get (self->owner, rows[i], "task"));
  for (guint j = 0; people[j] != NULL; j++)
    g_string_append_printf (shape, "%s\n", people[j]);
  if (g_strcmp0 (shape->str, self->shape) != 0)
    {
      if (focus != NULL && g_object_get_data (G_OBJECT (focus), "person") != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
        focused = make_key (g_object_get_data (G_OBJECT (focus), "row"), g_object_get_data (G_OBJECT (focus), "person"));
      rebuild (self, rows, people);
      g_free (self->shape);
      self->shape = g_strdup (shape->str);
    }
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &button))
    {
      const char *row, *person;

      get_pair (button, &row, &person);
      show_cell (self, button, row, person);
    }
  if (focused != NULL && g_hash_table_contains (self->cells, focused))
    gtk_widget_grab_focus (g_hash_table_lookup (self->cells, focused));
  if (self->grid != NULL)
    gtk_widget_set_visible (self->grid, rows[0] != NULL && people[0] != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), rows[0] != NULL);
  gtk_label_set_text (self->hint, people[0] != NULL
                                    ? _("Press a field, or one of the keys R, A, C and I: R does it, A answers for it, C is asked "
                                        "before, I is informed.")
                                    : _("Write names below, or into the list of persons: they become the columns of a matrix."));
}

static gboolean
update_cb (gpointer data)
{
  WbRaciView *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (WbRaciView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
wb_raci_view_dispose (GObject *object)
{
  WbRaciView *self = WB_RACI_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->cells != NULL)
    g_hash_table_remove_all (self->cells);
  self->grid = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_raci_view_parent_class)->dispose (object);
}

static void
wb_raci_view_finalize (GObject *object)
{
  WbRaciView *self = WB_RACI_VIEW (object);

  g_hash_table_unref (self->cells);
  g_free (self->shape);

  G_OBJECT_CLASS (wb_raci_view_parent_class)->finalize (object);
}

static void
wb_raci_view_class_init (WbRaciViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_raci_view_dispose;
  object_class->finalize = wb_raci_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "raciview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_raci_view_init (WbRaciView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hint = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 70, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->hint), GTK_WIDGET (self));
}

GtkWidget *
wb_raci_view_new (WbFieldRow *owner)
{
  WbRaciView *self;
  WbAnswers *answers;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);

  self = g_object_new (WB_TYPE_RACI_VIEW, NULL);
  self->owner = owner;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tasks by persons"), -1);
  answers = wb_field_row_get_answers (owner);
  g_signal_connect_object (answers, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

GtkWidget *
wb_raci_view_get_cell (WbRaciView *self,
                       const char *row,
                       const char *person)
{
  g_autofree char *key = make_key (row, person);

  g_return_val_if_fail (WB_IS_RACI_VIEW (self), NULL);

  return g_hash_table_lookup (self->cells, key);
}
