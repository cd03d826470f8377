/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-name-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-focus.h"
#include "wb-fold.h"
#include "wb-names.h"
#include "wb-people.h"

#define MAX_HEIGHT 320

struct _WbNameChooser
{
  GtkWidget parent_instance;

  /* Borrowed */
  WbFieldRow *owner;
  GtkEntry *entry; /* (nullable) whose text narrows the list when it is opened from there */
  GtkMenuButton *button;
  GtkBox *list;

  /* Owned */
  char *row;
  char *column;

  /* State */
  gboolean from_entry;
};

G_DEFINE_FINAL_TYPE (WbNameChooser, wb_name_chooser, GTK_TYPE_WIDGET)

static gboolean
holds_many (WbNameChooser *self)
{
  return wb_field_row_get_field (self->owner)->grid == WB_GRID_RACI;
}

static const char *
get_stored (WbNameChooser *self)
{
  return wb_field_row_get (self->owner, self->row, self->column);
}

/* Whether @person stands in the cell. */
static gboolean
is_in (WbNameChooser  *self,
       const WbPerson *person)
{
  g_autofree char *plain = NULL;

  if (!holds_many (self))
    return g_str_equal (get_stored (self), person->name);
  plain = wb_names_make_plain (person->name);

  return wb_names_contain (get_stored (self), plain);
}

/* What is known of the person goes along: into what is empty, and over what belonged to somebody else. */
static void
store_part (WbNameChooser *self,
            const char    *column,
            const char    *value,
            gboolean       replace)
{
  const char *before = wb_field_row_get (self->owner, self->row, column);

  if (*before == '\0' ? *value != '\0' : replace)
    wb_field_row_store (self->owner, self->row, column, value);
}

static void
take (WbNameChooser  *self,
      const WbPerson *person)
{
  const WbField *field = wb_field_row_get_field (self->owner);
  gboolean replace = *get_stored (self) != '\0' && !is_in (self, person);

  wb_field_row_store (self->owner, self->row, self->column, person->name);
  if (field->type == WB_FIELD_PERSON)
    {
      store_part (self, "role", person->role, replace);
      store_part (self, "contact", person->contact, replace);
    }
  else if (field->grid == WB_GRID_PERSONS)
    {
      store_part (self, "function", person->role, FALSE);
      store_part (self, "contact", person->contact, FALSE);
    }
  else if (field->grid == WB_GRID_STAKEHOLDERS)
    {
      store_part (self, "group", person->role, FALSE);
    }
}

static void
chosen_cb (WbNameChooser *self,
           GtkButton     *button)
{
  const WbPerson *person = g_object_get_data (G_OBJECT (button), "person");
  g_autofree char *names = NULL;
  g_autofree char *plain = NULL;

  gtk_menu_button_popdown (self->button);
  wb_field_row_flush (self->owner);
  if (holds_many (self))
    {
      plain = wb_names_make_plain (person->name);
      names = wb_names_toggle (get_stored (self), plain, !is_in (self, person));
      wb_field_row_store (self->owner, self->row, self->column, names);
    }
  else
    {
      take (self, person);
    }
  if (self->entry != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* (transfer full) */
static char *
describe (const WbPerson *person)
{
  if (*person->role != '\0' && *person->contact != '\0')
    return g_strdup_printf ("%s, %s", person->role, person->contact);

  return g_strdup (*person->role != '\0' ? person->role : person->contact);
}

static void
free_person (gpointer data)
{
  wb_person_free (data);
}

/* Takes @person. */
static GtkWidget *
make_choice (WbNameChooser *self,
             WbPerson      *person)
{
  /* Translators: a name in a list that is chosen already. */
  g_autofree char *words = is_in (self, person) ? g_strdup_printf (_("✓ %s"), person->name) : g_strdup (person->name);
  g_autofree char *more = describe (person);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "max-width-chars", 40, NULL);

  gtk_box_append (GTK_BOX (box), name);
  if (*more != '\0')
    {
      GtkWidget *detail = g_object_new (GTK_TYPE_LABEL, "label", more, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                        "max-width-chars", 44, NULL);

      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "name-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more, -1);
  g_object_set_data_full (G_OBJECT (button), "person", person, free_person);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Whether what was typed may be the beginning of that name; what stands there in full asks for all names. */
static gboolean
fits_typed (GPtrArray      *people,
            const WbPerson *person,
            const char     *typed)
{
  g_autofree char *name = wb_fold_spelled (person->name);

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *other = wb_fold_spelled (((const WbPerson *) g_ptr_array_index (people, i))->name);

      if (g_str_equal (other, typed))
        return TRUE;
    }

  return strstr (name, typed) != NULL;
}

/* Appends who fits @typed, folded; "": everybody. The number of those. */
static guint
fill_list (WbNameChooser *self,
           GPtrArray     *people,
           const char    *typed)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const WbPerson *person = g_ptr_array_index (people, i);

      if (!fits_typed (people, person, typed))
        continue;
      gtk_box_append (self->list, make_choice (self, wb_person_copy (person)));
      n++;
    }

  return n;
}

static void
shown_cb (WbNameChooser *self)
{
  const WbField *field = wb_field_row_get_field (self->owner);
  g_autoptr (WbEdit) here = wb_edit_new (WB_EDIT_CELL, field->id, self->row, self->column, NULL, NULL);
  g_autofree char *typed = NULL;
  g_autoptr (GPtrArray) people = NULL;
  GtkWidget *child;

  if (self->from_entry && self->entry != NULL && !holds_many (self))
    typed = wb_fold_spelled (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->from_entry = FALSE;
  wb_field_row_flush (self->owner);
  people = wb_people_list (wb_form_context_get_guide (wb_field_row_get_context (self->owner)),
                           wb_field_row_get_answers (self->owner), field->people, holds_many (self) ? NULL : here);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  if (fill_list (self, people, typed != NULL ? typed : "") == 0)
    fill_list (self, people, "");
  if (people->len == 0)
    gtk_box_append (self->list, g_object_new (GTK_TYPE_LABEL, "label", _("Nobody is named in this project yet. Whom you write here or into the list of persons can be chosen elsewhere."),
                                              "wrap", TRUE, "max-width-chars", 32, "xalign", 0.0f, NULL));
  wb_focus_first (GTK_WIDGET (self->list));
}

static gboolean
key_pressed_cb (WbNameChooser   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (key != GDK_KEY_F4 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  self->from_entry = TRUE;
  gtk_menu_button_popup (self->button);

  return GDK_EVENT_STOP;
}

static void
wb_name_chooser_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_weak_pointer (&WB_NAME_CHOOSER (object)->entry);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_name_chooser_parent_class)->dispose (object);
}

static void
wb_name_chooser_finalize (GObject *object)
{
  WbNameChooser *self = WB_NAME_CHOOSER (object);

  g_free (self->row);
  g_free (self->column);

  G_OBJECT_CLASS (wb_name_chooser_parent_class)->finalize (object);
}

static void
wb_name_chooser_class_init (WbNameChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wb_name_chooser_dispose;
  object_class->finalize = wb_name_chooser_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_name_chooser_init (WbNameChooser *self)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
                                      TRUE, "propagate-natural-width", TRUE, "max-content-height", MAX_HEIGHT, NULL);
  GtkWidget *popover = gtk_popover_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "system-users-symbolic", "popover", popover, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

gboolean
wb_name_chooser_fits (const WbField *field,
                      const char    *column)
{
  g_return_val_if_fail (field != NULL && column != NULL, FALSE);

  if (wb_people_names (field, column))
    return TRUE;

  return (field->grid == WB_GRID_PERSONS || field->grid == WB_GRID_STAKEHOLDERS) && g_str_equal (column, "name");
}

GtkWidget *
wb_name_chooser_new (WbFieldRow *owner,
                     const char *row,
                     const char *column,
                     const char *label,
                     GtkEntry   *entry)
{
  WbNameChooser *self;
  g_autofree char *name = NULL;
  g_autofree char *tip = NULL;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);
  g_return_val_if_fail (row != NULL && column != NULL && label != NULL, NULL);

  self = g_object_new (WB_TYPE_NAME_CHOOSER, NULL);
  self->owner = owner;
  self->row = g_strdup (row);
  self->column = g_strdup (column);
  /* Translators: a button; %s is the column of a table the person is chosen for. */
  name = g_strdup_printf (_("Choose a person: %s"), label);
  tip = entry != NULL ? g_strdup_printf (_("%s (F4)"), name) : g_strdup (name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !wb_form_context_get_read_only (wb_field_row_get_context (owner)));
  if (entry != NULL)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      g_set_weak_pointer (&self->entry, entry);
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (entry), keys);
    }

  return GTK_WIDGET (self);
}
