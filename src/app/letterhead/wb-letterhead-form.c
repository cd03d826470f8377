/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-letterhead-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-contrast.h"
#include "wb-look.h"

#define ADDRESS_ROWS 3

struct _WbLetterheadForm
{
  AdwBin parent_instance;

  guint32 accent;    /* the last one that was a colour */
  gboolean filling;  /* by ourselves: nothing has changed */

  /* Borrowed from ourselves */
  AdwPreferencesPage *page;
  GtkEditable *name;
  GtkEditable *address[ADDRESS_ROWS];
  GtkEditable *contact;
  GtkEditable *foot;
  AdwActionRow *picture_row;
  GtkWidget *remove_button;
  AdwComboRow *side;
  AdwActionRow *accent_row;
  GtkEditable *accent_text;
  GtkColorChooser *accent_button;
  AdwActionRow *darker_row;
  AdwComboRow *look;

  /* Owned */
  GPtrArray *looks;
  GBytes *picture; /* (nullable) */
};

enum
{
  CHANGED,
  CHOOSE_PICTURE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbLetterheadForm, wb_letterhead_form, ADW_TYPE_BIN)

static void
tell (WbLetterheadForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static const WbLook *
get_look (WbLetterheadForm *self)
{
  const guint selected = adw_combo_row_get_selected (self->look);

  return selected < self->looks->len ? g_ptr_array_index (self->looks, selected) : NULL;
}

/* What the colour is worth, and which one is used. */
static void
show_contrast (WbLetterheadForm *self)
{
  const double ratio = wb_contrast_ratio (self->accent, WB_CONTRAST_WHITE);
  const guint32 darker = wb_contrast_darken (self->accent);
  g_autofree char *words = wb_contrast_describe (ratio);
  g_autofree char *tone = wb_contrast_format (darker);
  g_autofree char *used = g_strdup_printf (_("The nearest darker tone, %s, is used."), tone);

  gtk_widget_remove_css_class (GTK_WIDGET (self->accent_text), "error");
  adw_action_row_set_subtitle (self->accent_row, words);
  adw_action_row_set_subtitle (self->darker_row, used);
  gtk_widget_set_visible (GTK_WIDGET (self->darker_row), darker != self->accent);
}

static void
show_no_colour (WbLetterheadForm *self,
                const char       *text)
{
  g_autofree char *words = g_strdup_printf (_("“%s” is no colour; please write it like #1a5fb4."), text);

  gtk_widget_add_css_class (GTK_WIDGET (self->accent_text), "error");
  adw_action_row_set_subtitle (self->accent_row, words);
}

static void
show_colour_button (WbLetterheadForm *self)
{
  gtk_color_chooser_set_rgba (self->accent_button, &(GdkRGBA) { (self->accent >> 16 & 0xff) / 255.0f,
                                                                (self->accent >> 8 & 0xff) / 255.0f,
                                                                (self->accent & 0xff) / 255.0f, 1 });
}

static void
accent_text_cb (WbLetterheadForm *self)
{
  const char *text = gtk_editable_get_text (self->accent_text);

  if (!wb_contrast_parse (text, &self->accent))
    {
      show_no_colour (self, text);
      return;
    }
  show_colour_button (self);
  show_contrast (self);
  tell (self);
}

static void
set_accent (WbLetterheadForm *self,
            guint32           accent)
{
  g_autofree char *text = wb_contrast_format (accent);

  gtk_editable_set_text (self->accent_text, text);
}

static guint32
to_channel (float share)
{
  return (guint32) CLAMP (share * 255 + 0.5f, 0, 255);
}

static void
accent_button_cb (WbLetterheadForm *self)
{
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (self->accent_button, &colour);
  set_accent (self, to_channel (colour.red) << 16 | to_channel (colour.green) << 8 | to_channel (colour.blue));
}

static void
darker_cb (WbLetterheadForm *self)
{
  set_accent (self, wb_contrast_darken (self->accent));
  gtk_widget_grab_focus (GTK_WIDGET (self->accent_text));
}

static void
look_cb (WbLetterheadForm *self)
{
  const WbLook *look = get_look (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->look), look != NULL ? look->note : "");
  tell (self);
}

static void
show_picture (WbLetterheadForm *self)
{
  g_autofree char *size = self->picture != NULL ? g_format_size (g_bytes_get_size (self->picture)) : NULL;

  adw_action_row_set_subtitle (self->picture_row, size != NULL ? size : _("None; PNG or SVG, at most 1 MB"));
  gtk_widget_set_visible (self->remove_button, self->picture != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->side), self->picture != NULL);
}

static void
choose_cb (WbLetterheadForm *self)
{
  g_signal_emit (self, signals[CHOOSE_PICTURE], 0);
}

static void
remove_cb (WbLetterheadForm *self)
{
  wb_letterhead_form_set_picture (self, NULL);
}

static void
wb_letterhead_form_finalize (GObject *object)
{
  WbLetterheadForm *self = WB_LETTERHEAD_FORM (object);

  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->picture, g_bytes_unref);

  G_OBJECT_CLASS (wb_letterhead_form_parent_class)->finalize (object);
}

static void
wb_letterhead_form_class_init (WbLetterheadFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_letterhead_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_LETTERHEAD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOOSE_PICTURE] = g_signal_new ("choose-picture", WB_TYPE_LETTERHEAD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static AdwPreferencesGroup *
add_group (WbLetterheadForm *self,
           const char       *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);

  return group;
}

static GtkEditable *
add_entry (WbLetterheadForm    *self,
           AdwPreferencesGroup *group,
           const char          *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return GTK_EDITABLE (row);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group,
         const char          *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
add_suffix (AdwActionRow *row,
            GtkWidget    *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, widget);
}

static GtkWidget *
add_button (WbLetterheadForm *self,
            AdwActionRow     *row,
            const char       *label,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  add_suffix (row, button);

  return button;
}

static AdwComboRow *
add_combo (WbLetterheadForm    *self,
           AdwPreferencesGroup *group,
           const char          *title,
           GtkStringList       *labels,
           GCallback            callback)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_object_unref (labels);
  g_signal_connect_object (row, "notify::selected", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return ADW_COMBO_ROW (row);
}

static void
add_sender (WbLetterheadForm *self)
{
  const char *const lines[ADDRESS_ROWS] = { _("Department"), _("Street"), _("Postcode and place") };
  AdwPreferencesGroup *group = add_group (self, _("Sender"));

  self->name = add_entry (self, group, _("Municipality or office"));
  for (guint i = 0; i < ADDRESS_ROWS; i++)
    self->address[i] = add_entry (self, group, lines[i]);
  self->contact = add_entry (self, group, _("Telephone, e-mail"));
  self->foot = add_entry (self, group, _("Line at the foot of each page (may be empty)"));
}

static void
add_picture (WbLetterheadForm *self)
{
  const char *sides[] = { _("Left"), _("Right"), NULL };
  AdwPreferencesGroup *group = add_group (self, _("Coat of arms or logo"));

  self->picture_row = add_row (group, _("Picture"));
  add_button (self, self->picture_row, _("Choose…"), G_CALLBACK (choose_cb));
  self->remove_button = add_button (self, self->picture_row, _("Remove"), G_CALLBACK (remove_cb));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove the picture"), -1);
  self->side = add_combo (self, group, _("Where it stands"), gtk_string_list_new (sides), G_CALLBACK (tell));
}

static void
add_colour (WbLetterheadForm    *self,
            AdwPreferencesGroup *group)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_color_button_new ();

  self->accent_row = add_row (group, _("Colour"));
  self->accent_text = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->accent_text, 9);
  gtk_editable_set_max_width_chars (self->accent_text, 9);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 20);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour, like #1a5fb4"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (accent_text_cb), self, G_CONNECT_SWAPPED);
  add_suffix (self->accent_row, entry);

  self->accent_button = GTK_COLOR_CHOOSER (button);
  gtk_color_button_set_title (GTK_COLOR_BUTTON (button), _("Choose a Colour"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Colour"), -1);
  /* The focus goes to the button inside, which has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a Colour"), -1);
  g_signal_connect_object (button, "color-set", G_CALLBACK (accent_button_cb), self, G_CONNECT_SWAPPED);
  add_suffix (self->accent_row, button);

  self->darker_row = add_row (group, _("Hard to read as text"));
  adw_action_row_set_icon_name (self->darker_row, "dialog-warning-symbolic");
  add_button (self, self->darker_row, _("Take the Darker Tone"), G_CALLBACK (darker_cb));
}

static void
add_look (WbLetterheadForm *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Look"));
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->looks->len; i++)
    gtk_string_list_append (titles, ((const WbLook *) g_ptr_array_index (self->looks, i))->title);
  self->look = add_combo (self, group, _("Look"), titles, G_CALLBACK (look_cb));
  add_colour (self, group);
}

static void
wb_letterhead_form_init (WbLetterheadForm *self)
{
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

/* The last row takes what is left; that there were more lines is not seen then, but nothing is lost. */
static void
fill_address (WbLetterheadForm *self,
              const char       *address)
{
  g_auto (GStrv) lines = g_strsplit (address, "\n", ADDRESS_ROWS);

  for (guint i = 0, n = g_strv_length (lines); i < ADDRESS_ROWS; i++)
    {
      if (i < n)
        g_strdelimit (lines[i], "\n", ' ');
      gtk_editable_set_text (self->address[i], i < n ? lines[i] : "");
    }
}

static void
fill_line (GtkEditable *entry,
           const char  *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  gtk_editable_set_text (entry, line);
}

void
wb_letterhead_form_set_letterhead (WbLetterheadForm   *self,
                                   const WbLetterhead *letterhead)
{
  g_return_if_fail (WB_IS_LETTERHEAD_FORM (self));
  g_return_if_fail (letterhead != NULL);

  self->filling = TRUE;
  fill_line (self->name, letterhead->name);
  fill_address (self, letterhead->address);
  fill_line (self->contact, letterhead->contact);
  fill_line (self->foot, letterhead->foot);
  adw_combo_row_set_selected (self->side, letterhead->side);
  for (guint i = 0; i < self->looks->len; i++)
    if (i == 0 || strcmp (((const WbLook *) g_ptr_array_index (self->looks, i))->id, letterhead->look) == 0)
      adw_combo_row_set_selected (self->look, i);
  look_cb (self);
  set_accent (self, letterhead->accent);
  wb_letterhead_form_set_picture (self, letterhead->picture);
  self->filling = FALSE;
}

GtkWidget *
wb_letterhead_form_new (const WbLetterhead *letterhead,
                        GPtrArray          *looks)
{
  WbLetterheadForm *self;

  g_return_val_if_fail (letterhead != NULL, NULL);
  g_return_val_if_fail (looks != NULL, NULL);

  self = g_object_new (WB_TYPE_LETTERHEAD_FORM, NULL);
  self->looks = g_ptr_array_ref (looks);
  self->filling = TRUE;
  add_sender (self);
  add_picture (self);
  add_look (self);
  wb_letterhead_form_set_letterhead (self, letterhead);

  return GTK_WIDGET (self);
}

/* Empty rows between others are left out. */
static char *
dup_address (WbLetterheadForm *self)
{
  GString *address = g_string_new (NULL);

  for (guint i = 0; i < ADDRESS_ROWS; i++)
    {
      const char *line = gtk_editable_get_text (self->address[i]);

      if (*line != '\0' && address->len > 0)
        g_string_append_c (address, '\n');
      g_string_append (address, line);
    }

  return g_string_free (address, FALSE);
}

WbLetterhead *
wb_letterhead_form_dup_letterhead (WbLetterheadForm *self)
{
  WbLetterhead *letterhead;
  g_autofree char *address = NULL;

  g_return_val_if_fail (WB_IS_LETTERHEAD_FORM (self), NULL);

  letterhead = wb_letterhead_new ();
  address = dup_address (self);
  wb_letterhead_set_text (&letterhead->name, gtk_editable_get_text (self->name), FALSE);
  wb_letterhead_set_text (&letterhead->address, address, TRUE);
  wb_letterhead_set_text (&letterhead->contact, gtk_editable_get_text (self->contact), TRUE);
  wb_letterhead_set_text (&letterhead->foot, gtk_editable_get_text (self->foot), TRUE);
  wb_letterhead_set_text (&letterhead->look, get_look (self) != NULL ? get_look (self)->id : "", FALSE);
  letterhead->accent = self->accent;
  letterhead->side = adw_combo_row_get_selected (self->side) == 1 ? WB_LETTERHEAD_RIGHT : WB_LETTERHEAD_LEFT;
  letterhead->picture = self->picture != NULL ? g_bytes_ref (self->picture) : NULL;

  return letterhead;
}

void
wb_letterhead_form_set_picture (WbLetterheadForm *self,
                                GBytes           *bytes)
{
  g_return_if_fail (WB_IS_LETTERHEAD_FORM (self));

  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->picture, g_bytes_unref);
  self->picture = bytes;
  show_picture (self);
  tell (self);
}
