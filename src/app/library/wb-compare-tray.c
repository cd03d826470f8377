/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-compare-tray.h"

#include <glib/gi18n-lib.h>

#include "wb-compare-document.h"
#include "wb-wrap-layout.h"

/* Fewer cannot be compared. */
#define MIN_ENTRIES 2

struct _WbCompareTray
{
  AdwBin parent_instance;

  /* Owned */
  GPtrArray *ids;
  GPtrArray *titles;

  /* Borrowed from ourselves */
  GtkBox *chips;
  GtkWidget *compare_button;
};

G_DEFINE_FINAL_TYPE (WbCompareTray, wb_compare_tray, ADW_TYPE_BIN)

static void
wb_compare_tray_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (wb_compare_tray_parent_class)->dispose (object);
}

static void
wb_compare_tray_finalize (GObject *object)
{
  WbCompareTray *self = WB_COMPARE_TRAY (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->titles);

  G_OBJECT_CLASS (wb_compare_tray_parent_class)->finalize (object);
}

static void
wb_compare_tray_class_init (WbCompareTrayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_compare_tray_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_compare_tray_finalize;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_compare_tray_init (WbCompareTray *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX,
                                 "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 12,
                                 NULL);
  GtkWidget *title = gtk_label_new (_("Compare"));
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->chips = GTK_BOX (g_object_new (GTK_TYPE_BOX, "spacing", 6, NULL));
  self->compare_button = gtk_button_new_with_label (_("Side by Side"));

  gtk_widget_set_layout_manager (bar, wb_wrap_layout_new (8));
  gtk_widget_add_css_class (title, "heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->compare_button), "library.compare");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "library.clear-compare");
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (bar), clear);
  gtk_box_append (GTK_BOX (bar), self->compare_button);
  adw_bin_set_child (ADW_BIN (self), bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compare"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
new_chip (const char *id,
          const char *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: takes an entry out of those to be compared, for screen readers: title of the entry */
  g_autofree char *name = g_strdup_printf (_("%s, do not compare"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE,
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                   "icon-name", "window-close-symbolic",
                                                   NULL));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", id, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "library.toggle-compare");

  return button;
}

static void
update (WbCompareTray *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < self->ids->len; i++)
    gtk_box_append (self->chips, new_chip (g_ptr_array_index (self->ids, i), g_ptr_array_index (self->titles, i)));

  if (self->ids->len >= MIN_ENTRIES)
    gtk_widget_add_css_class (self->compare_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->compare_button, "suggested-action");
  gtk_widget_set_sensitive (self->compare_button, self->ids->len >= MIN_ENTRIES);
  gtk_widget_set_visible (GTK_WIDGET (self), self->ids->len > 0);
}

static gboolean
find (WbCompareTray *self,
      const char    *id,
      guint         *place)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, place);
}

gboolean
wb_compare_tray_toggle (WbCompareTray *self,
                        const char    *id,
                        const char    *title)
{
  guint place;

  g_return_val_if_fail (WB_IS_COMPARE_TRAY (self), FALSE);
  g_return_val_if_fail (id != NULL && title != NULL, FALSE);

  if (find (self, id, &place))
    {
      g_ptr_array_remove_index (self->ids, place);
      g_ptr_array_remove_index (self->titles, place);
    }
  else if (self->ids->len < WB_COMPARE_MAX)
    {
      g_ptr_array_add (self->ids, g_strdup (id));
      g_ptr_array_add (self->titles, g_strdup (title));
    }
  else
    {
      return FALSE;
    }
  update (self);

  return TRUE;
}

gboolean
wb_compare_tray_has (WbCompareTray *self,
                     const char    *id)
{
  g_return_val_if_fail (WB_IS_COMPARE_TRAY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return find (self, id, NULL);
}

void
wb_compare_tray_clear (WbCompareTray *self)
{
  g_return_if_fail (WB_IS_COMPARE_TRAY (self));

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->titles, 0);
  update (self);
}

char **
wb_compare_tray_get_ids (WbCompareTray *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (WB_IS_COMPARE_TRAY (self), NULL);

  for (guint i = 0; i < self->ids->len; i++)
    g_strv_builder_add (ids, g_ptr_array_index (self->ids, i));

  return g_strv_builder_end (ids);
}
