/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-course-card.h"

#include <glib/gi18n.h>

#include "wb-builder.h"
#include "wb-payload-reader.h"

static guint
count_done (WbServices  *services,
            WbCourse    *course,
            const char **next)
{
  GPtrArray *lessons = wb_course_get_lessons (course);
  guint done = 0;

  *next = NULL;
  for (guint i = 0; i < lessons->len; i++)
    {
      const char *lesson = g_ptr_array_index (lessons, i);

      if (wb_user_store_get_lesson_done (wb_services_get_store (services), lesson))
        done++;
      else if (*next == NULL)
        *next = lesson;
    }

  return done;
}

GtkWidget *
wb_course_card_new (WbServices *services,
                    const char *course_id)
{
  WbLibrary *library;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbCourse) course = NULL;
  g_autoptr (GtkBuilder) builder = NULL;
  g_autofree char *title = NULL;
  g_autofree char *next_text = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;
  const char *next;
  guint done, total;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (course_id != NULL, NULL);

  library = wb_services_get_library (services);
  item = wb_library_get_item (library, course_id, NULL);
  if (item == NULL || wb_item_get_payload (item) == NULL)
    return NULL;
  course = wb_course_from_json (wb_item_get_payload (item), NULL);
  if (course == NULL)
    return NULL;

  builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-course-card.ui");
  button = GTK_WIDGET (gtk_builder_get_object (builder, "button"));
  total = wb_course_get_lessons (course)->len;
  done = count_done (services, course, &next);
  if (next != NULL && wb_library_lookup (library, next, &title, NULL))
    next_text = done > 0 ? g_strdup_printf (_("Go on with: %s"), title) : g_strdup_printf (_("Begin with: %s"), title);
  else
    next_text = g_strdup (_("All lessons are done"));
  progress = g_strdup_printf (ngettext ("%u of %u lesson", "%u of %u lessons", total), done, total);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title")), wb_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "next")), next_text);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "progress_label")), progress);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "progress")),
                                 total > 0 ? (double) done / total : 0);
  gtk_button_set_label (GTK_BUTTON (button), done == 0 ? _("Begin") : next != NULL ? _("Continue") : _("Look Again"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", course_id);
  label = g_strdup_printf ("%s: %s, %s, %s", gtk_button_get_label (GTK_BUTTON (button)), wb_item_get_title (item),
                           next_text, progress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return wb_builder_steal_widget (builder, "card");
}
