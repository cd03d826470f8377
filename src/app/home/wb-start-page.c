/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-start-page.h"

#include <glib/gi18n.h>

#include "wb-builder.h"
#include "wb-course-card.h"
#include "wb-match.h"
#include "wb-suggestion-card.h"

/* As many as stand side by side. */
#define MAX_SUGGESTIONS 3
#define MAX_PROJECTS 3

struct _WbStartPage
{
  WbSection parent_instance;

  gboolean filled; /* whether the cards are there, and the suggestions are those of the present profile */

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *date;
  GtkWidget *projects_section;
  GtkListBox *projects;
  GtkWidget *no_projects;
  AdwBin *course_bin;
  GtkFlowBox *suggestions;
  GtkLabel *suggestions_title;
  GtkLabel *suggestions_hint;

  /* Owned */
  GCancellable *cancellable; /* of the search for suggestions */
  guint fill_id;             /* source that fills in the suggestions; 0: not waiting */
};

G_DEFINE_FINAL_TYPE (WbStartPage, wb_start_page, WB_TYPE_SECTION)

static void
clear_flow_box (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}

static void
append_suggestion (WbStartPage    *self,
                   const char     *id,
                   WbMunicipality *town)
{
  WbLibrary *library = wb_section_get_library (WB_SECTION (self));
  g_autoptr (WbItem) item = wb_library_get_item (library, id, NULL);
  g_autofree char *reason = NULL;
  GtkWidget *child;

  if (item == NULL)
    return;
  if (town != NULL)
    {
      WbMatch match = wb_match_item (item, town);

      if (match.score < WB_MATCH_MIN_SCORE)
        return;
      reason = wb_match_get_reason (&match, item, town);
    }

  child = gtk_flow_box_child_new ();
  /* One stop for Tab: the card, not the frame around it. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                wb_suggestion_card_new (item, wb_library_get_vocabulary (library), reason));
  gtk_flow_box_append (self->suggestions, child);
}

static void
suggestions_found_cb (GObject      *source,
                      GAsyncResult *async_result,
                      gpointer      user_data)
{
  g_autoptr (WbStartPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbResult) result = wb_library_search_finish (WB_LIBRARY (source), async_result, &error);
  g_autoptr (WbMunicipality) town = NULL;
  const char *hint = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  town = wb_user_store_get_town (wb_section_get_store (WB_SECTION (self)));
  clear_flow_box (self->suggestions);
  for (guint i = 0; result != NULL && i < g_list_model_get_n_items (wb_result_get_hits (result)); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (result), i);

      append_suggestion (self, wb_hit_get_id (hit), town);
    }
  if (error != NULL)
    hint = error->message;
  else if (gtk_widget_get_first_child (GTK_WIDGET (self->suggestions)) == NULL)
    hint = _("No use case matches size or Land. The library shows all.");
  gtk_label_set_label (self->suggestions_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions_hint), hint != NULL);
}

/* Looked for in a worker: a library may hold thousands. */
static void
update_suggestions (WbStartPage    *self,
                    WbMunicipality *town)
{
  g_autoptr (WbQuery) query = wb_query_new ("");

  gtk_label_set_label (self->suggestions_title, town != NULL ? _("Fits Your Municipality") : _("Use Cases"));

  wb_query_add_value (query, "kind", wb_kind_to_string (WB_KIND_USE_CASE));
  wb_query_set_limit (query, MAX_SUGGESTIONS);
  wb_query_set_sort (query, WB_SORT_TITLE);
  if (town != NULL)
    {
      g_autoptr (GArray) weights = wb_match_list_weights (town);

      wb_query_set_sort (query, WB_SORT_FIT);
      for (guint i = 0; i < weights->len; i++)
        {
          const WbMatchWeight *weight = &g_array_index (weights, WbMatchWeight, i);

          wb_query_add_weight (query, weight->facet, weight->value, weight->weight);
        }
    }

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  wb_library_search_async (wb_section_get_library (WB_SECTION (self)), query, self->cancellable, suggestions_found_cb,
                           g_object_ref (self));
}

static GtkWidget *
create_project_row (const WbRecentProject *project,
                    gboolean               first)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/wb-start-project-row.ui");
  GtkWidget *button = GTK_WIDGET (gtk_builder_get_object (builder, "button"));
  g_autofree char *next = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *label = NULL;

  if (project->next_step != NULL)
    next = g_strdup_printf (_("Next step: %s"), project->next_step);
  else
    next = g_strdup (_("All steps are done"));
  progress = g_strdup_printf (ngettext ("%u of %u step", "%u of %u steps", project->total), project->done, project->total);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title")), project->title);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "next")), next);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "progress_label")), progress);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "progress")),
                                 project->total > 0 ? (double) project->done / project->total : 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", project->path);
  label = g_strdup_printf (_("Continue: %s, %s, %s"), project->title, next, progress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (first)
    gtk_widget_add_css_class (button, "suggested-action");

  return wb_builder_steal_widget (builder, "row");
}

static void
update_projects (WbStartPage *self)
{
  g_autoptr (GPtrArray) projects = wb_user_store_list_projects (wb_section_get_store (WB_SECTION (self)));
  GtkWidget *child;
  guint shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->projects))) != NULL)
    gtk_list_box_remove (self->projects, child);
  for (guint i = 0; i < projects->len && shown < MAX_PROJECTS; i++)
    {
      const WbRecentProject *project = g_ptr_array_index (projects, i);

      if (!g_file_test (project->path, G_FILE_TEST_EXISTS))
        continue;
      gtk_list_box_append (self->projects, create_project_row (project, shown == 0));
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->projects), shown > 0);
  gtk_widget_set_visible (self->no_projects, shown == 0);
}

static void
update_course (WbStartPage *self)
{
  g_autofree char *course = wb_user_store_get_last_course (wb_section_get_store (WB_SECTION (self)));
  g_autoptr (GListModel) courses = wb_library_list (wb_section_get_library (WB_SECTION (self)), WB_KIND_COURSE, NULL);

  if (course == NULL && courses != NULL && g_list_model_get_n_items (courses) > 0)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (courses, 0);

      course = g_strdup (wb_item_get_id (item));
    }
  adw_bin_set_child (self->course_bin,
                     course != NULL ? wb_course_card_new (wb_section_get_services (WB_SECTION (self)), course) : NULL);
}

static void
update_heading (WbStartPage    *self,
                WbMunicipality *town)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: a whole date, as in "Tuesday, 24 November 2026" */
  g_autofree char *date = g_date_time_format (now, _("%A, %-d %B %Y"));
  g_autoptr (GString) subtitle = g_string_new (NULL);

  gtk_label_set_label (self->date, date);
  if (town == NULL)
    {
      gtk_label_set_label (self->title, _("Welcome"));
      gtk_label_set_label (self->subtitle, _("Choose your municipality to get suggestions that fit."));
      return;
    }

  gtk_label_set_label (self->title, wb_municipality_get_short_name (town));
  g_string_append (subtitle, wb_municipality_get_kind (town));
  if (*wb_municipality_get_district (town) != '\0'
      && !g_str_equal (wb_municipality_get_district (town), wb_municipality_get_name (town)))
    g_string_append_printf (subtitle, " · %s", wb_municipality_get_district (town));
  g_string_append_printf (subtitle, " · %s · ", wb_municipality_get_state (town));
  g_string_append_printf (subtitle, ngettext ("%'u inhabitant", "%'u inhabitants", wb_municipality_get_population (town)),
                          wb_municipality_get_population (town));
  gtk_label_set_label (self->subtitle, subtitle->str);
}

static gboolean
fill_cb (gpointer user_data)
{
  WbStartPage *self = user_data;
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_section_get_store (WB_SECTION (self)));

  self->fill_id = 0;
  self->filled = TRUE;
  update_course (self);
  update_suggestions (self, town);

  return G_SOURCE_REMOVE;
}

/* The cards come after the first frame: measuring them takes a third as long as all the rest. */
static void
fill (WbStartPage *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
update_profile (WbStartPage *self)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_section_get_store (WB_SECTION (self)));

  update_heading (self, town);
  self->filled = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
wb_start_page_map (GtkWidget *widget)
{
  WbStartPage *self = WB_START_PAGE (widget);

  GTK_WIDGET_CLASS (wb_start_page_parent_class)->map (widget);

  if (!self->filled)
    fill (self);
}

static void
wb_start_page_constructed (GObject *object)
{
  WbStartPage *self = WB_START_PAGE (object);
  WbUserStore *store = wb_section_get_store (WB_SECTION (self));

  G_OBJECT_CLASS (wb_start_page_parent_class)->constructed (object);

  g_signal_connect_object (store, "profile-changed", G_CALLBACK (update_profile), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "projects-changed", G_CALLBACK (update_projects), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "learning-changed", G_CALLBACK (update_course), self, G_CONNECT_SWAPPED);
  update_profile (self);
  update_projects (self);
}

static void
wb_start_page_dispose (GObject *object)
{
  WbStartPage *self = WB_START_PAGE (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wb_start_page_parent_class)->dispose (object);
}

static void
wb_start_page_class_init (WbStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_start_page_constructed;
  object_class->dispose = wb_start_page_dispose;

  widget_class->map = wb_start_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, title);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, date);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, projects_section);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, projects);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, no_projects);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, course_bin);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, suggestions);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, suggestions_title);
  gtk_widget_class_bind_template_child (widget_class, WbStartPage, suggestions_hint);
}

static void
wb_start_page_init (WbStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_start_page_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_START_PAGE, "services", services, NULL);
}
