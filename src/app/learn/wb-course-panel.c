/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-course-panel.h"

#include <glib/gi18n.h>

#include "wb-builder.h"
#include "wb-payload-reader.h"
#include "wb-wrap-layout.h"

static guint
count_done (WbServices *services,
            WbCourse   *course,
            char      **next)
{
  GPtrArray *lessons = wb_course_get_lessons (course);
  guint done = 0;

  for (guint i = 0; i < lessons->len; i++)
    {
      const char *lesson = g_ptr_array_index (lessons, i);

      if (wb_user_store_get_lesson_done (wb_services_get_store (services), lesson))
        done++;
      else if (*next == NULL)
        wb_library_lookup (wb_services_get_library (services), lesson, next, NULL);
    }

  return done;
}

static void
set_text (GtkBuilder *builder,
          const char *name,
          const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_builder_get_object (builder, name));

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* "Begin: Data protection, begin with …" */
static void
set_button (GtkBuilder *builder,
            const char *name,
            const char *label,
            const char *course_id,
            const char *rest)
{
  GtkWidget *button = GTK_WIDGET (gtk_builder_get_object (builder, name));
  g_autofree char *accessible = g_strdup_printf ("%s: %s", label, rest);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", course_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

static void
fill (GtkBuilder *builder,
      WbServices *services,
      WbItem     *item,
      WbCourse   *course)
{
  const char *id = wb_item_get_id (item), *title = wb_item_get_title (item);
  guint total = wb_course_get_lessons (course)->len;
  g_autofree char *next = NULL;
  g_autofree char *next_text = NULL;
  guint done = count_done (services, course, &next);
  g_autofree char *progress = g_strdup_printf (ngettext ("%u of %u lesson", "%u of %u lessons", total), done, total);
  g_autofree char *rest = NULL;
  GtkButton *open = GTK_BUTTON (gtk_builder_get_object (builder, "open_button"));

  if (done >= total)
    next_text = g_strdup (_("All lessons are done"));
  else if (next != NULL)
    next_text = g_strdup_printf (done > 0 ? _("Go on with: %s") : _("Begin with: %s"), next);
  set_text (builder, "title", title);
  set_text (builder, "summary", wb_item_get_summary (item));
  set_text (builder, "next", next_text);
  set_text (builder, "progress_label", progress);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "progress")),
                                 total > 0 ? (double) done / total : 0);
  gtk_button_set_label (open, done == 0 ? _("Begin") : done < total ? _("Continue") : _("Look Again"));
  rest = g_strdup_printf ("%s, %s, %s", title, next_text != NULL ? next_text : "", progress);
  set_button (builder, "open_button", gtk_button_get_label (open), id, rest);
  set_button (builder, "group_button", _("In the group"), id, title);
  set_button (builder, "certificate_button", done < total ? _("Confirmation of attendance, still incomplete")
                                                          : _("Confirmation of attendance"), id, title);
}

GtkWidget *
wb_course_panel_new (WbServices *services,
                     const char *course_id)
{
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbCourse) course = NULL;
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (course_id != NULL, NULL);

  item = wb_library_get_item (wb_services_get_library (services), course_id, NULL);
  course = item != NULL ? wb_course_from_json (wb_item_get_payload (item), NULL) : NULL;
  if (course == NULL)
    return NULL;

  g_type_ensure (WB_TYPE_WRAP_LAYOUT);
  builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-course-panel.ui");
  fill (builder, services, item, course);

  return wb_builder_steal_widget (builder, "panel");
}
