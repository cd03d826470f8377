/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lesson-view.h"

#include <glib/gi18n.h>

#include "wb-block-view.h"
#include "wb-document-actions.h"
#include "wb-document-shelf.h"
#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-focus-pass.h"
#include "wb-group-window.h"
#include "wb-lesson-row.h"
#include "wb-list-stop.h"
#include "wb-markdown.h"
#include "wb-page-keys.h"
#include "wb-payload-reader.h"
#include "wb-question-view.h"

struct _WbLessonView
{
  AdwBin parent_instance;

  guint current;
  gboolean filling;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *steps_pane;
  GtkWidget *content_pane;
  GtkLabel *course_title;
  GtkProgressBar *progress;
  GtkLabel *progress_label;
  GtkListBox *lessons;
  GtkLabel *goal;
  AdwWindowTitle *window_title;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkBox *body;
  GtkBox *questions;
  GtkWidget *task_box;
  GtkLabel *task;
  GtkBox *task_links;
  GtkWidget *next_button;
  GtkLabel *next_hint;

  /* Borrowed */
  WbBlockView *text; /* of the lesson shown */

  /* Owned */
  WbServices *services;
  WbItem *course_item;
  WbCourse *course;
  WbLesson *lesson;
};

G_DEFINE_FINAL_TYPE (WbLessonView, wb_lesson_view, ADW_TYPE_BIN)

static WbUserStore *
get_store (WbLessonView *self)
{
  return wb_services_get_store (self->services);
}

const char *
wb_lesson_view_get_lesson (WbLessonView *self)
{
  g_return_val_if_fail (WB_IS_LESSON_VIEW (self), NULL);

  return g_ptr_array_index (wb_course_get_lessons (self->course), self->current);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
all_answered (WbLessonView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!wb_question_view_get_answered (WB_QUESTION_VIEW (child)))
      return FALSE;

  return TRUE;
}

static void
update_row (WbLessonView *self,
            guint         i)
{
  GPtrArray *lessons = wb_course_get_lessons (self->course);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->lessons, (int) i);

  wb_lesson_row_update (WB_LESSON_ROW (row), i == self->current,
                        wb_user_store_get_lesson_done (get_store (self), g_ptr_array_index (lessons, i)));
}

static void
update_progress (WbLessonView *self)
{
  GPtrArray *lessons = wb_course_get_lessons (self->course);
  g_autofree char *label = NULL;
  guint done = 0;

  for (guint i = 0; i < lessons->len; i++)
    {
      if (wb_user_store_get_lesson_done (get_store (self), g_ptr_array_index (lessons, i)))
        done++;
      update_row (self, i);
    }
  label = g_strdup_printf (ngettext ("%u of %u lesson", "%u of %u lessons", lessons->len), done, lessons->len);
  gtk_label_set_label (self->progress_label, label);
  gtk_progress_bar_set_fraction (self->progress, lessons->len > 0 ? (double) done / lessons->len : 0);
}

static void
update_buttons (WbLessonView *self)
{
  guint n = wb_course_get_lessons (self->course)->len;
  gboolean ready = all_answered (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lesson.previous", self->current > 0);
  gtk_button_set_label (GTK_BUTTON (self->next_button), self->current + 1 < n ? _("Next Lesson") : _("Finish"));
  gtk_label_set_label (self->next_hint, ready ? "" : _("Answer the questions to finish the lesson."));
}

static void
fill_body (WbLessonView *self,
           WbItem       *item)
{
  g_autoptr (WbBlock) block = wb_markdown_parse (wb_item_get_body (item), FALSE);

  clear_box (self->body);
  self->text = WB_BLOCK_VIEW (wb_block_view_new ());
  wb_block_view_set_block (self->text, block);
  wb_block_view_set_glossary (self->text, wb_services_get_glossary (self->services), NULL);
  gtk_box_append (self->body, GTK_WIDGET (self->text));
}

static void
fill_questions (WbLessonView *self,
                const char   *lesson_id)
{
  GPtrArray *questions = wb_lesson_get_questions (self->lesson);

  clear_box (self->questions);
  for (guint i = 0; i < questions->len; i++)
    {
      GtkWidget *view = wb_question_view_new (get_store (self), lesson_id, g_ptr_array_index (questions, i), i + 1, FALSE);

      g_signal_connect_object (view, "answered", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->questions, view);
    }
}

static void
fill_headings (WbLessonView *self,
               WbItem       *item)
{
  guint minutes = wb_lesson_get_minutes (self->lesson);
  const char *task = wb_lesson_get_task (self->lesson);
  g_autofree char *position = NULL;
  g_autofree char *duration = g_strdup_printf (ngettext ("about %u minute", "about %u minutes", minutes), minutes);
  g_autofree char *subtitle = NULL;

  position = g_strdup_printf (_("Lesson %u of %u"), self->current + 1, wb_course_get_lessons (self->course)->len);
  subtitle = g_strdup_printf ("%s · %s", position, duration);
  gtk_label_set_label (self->title, wb_item_get_title (item));
  adw_window_title_set_title (self->window_title, wb_item_get_title (item));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_label_set_label (self->goal, wb_lesson_get_goal (self->lesson));
  gtk_label_set_label (self->task, task != NULL ? task : "");
  gtk_widget_set_visible (self->task_box, task != NULL && *task != '\0');
}

/* "Start a project …" for a guide, "Open the template …" for what can be filled in. NULL for other entries. */
static GtkWidget *
make_task_link (const WbLink *link,
                const char   *title)
{
  GtkWidget *button, *label;
  g_autofree char *text = NULL;

  if (link->kind == WB_KIND_GUIDE)
    text = g_strdup_printf (_("Start a project: %s"), title);
  else if (link->kind == WB_KIND_TEMPLATE || link->kind == WB_KIND_CHECKLIST)
    text = g_strdup_printf ("%s: %s", wb_kind_get_label (link->kind), title);
  else
    return NULL;

  button = gtk_button_new ();
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  link->kind == WB_KIND_GUIDE ? "win.start-project" : "win.open-item");

  return button;
}

/* What the lesson, or else its path, links to and what can be tried at once. */
static void
fill_task_links (WbLessonView *self,
                 WbItem       *item)
{
  WbItem *const sources[] = { item, self->course_item };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  clear_box (self->task_links);
  for (guint i = 0; i < G_N_ELEMENTS (sources) && g_hash_table_size (seen) == 0; i++)
    for (guint j = 0; j < wb_item_get_links (sources[i])->len; j++)
      {
        const WbLink *link = g_ptr_array_index (wb_item_get_links (sources[i]), j);
        GtkWidget *button = link->title != NULL ? make_task_link (link, link->title) : NULL;

        if (button == NULL)
          continue;
        if (g_hash_table_add (seen, link->target))
          gtk_box_append (self->task_links, button);
        else
          g_object_unref (g_object_ref_sink (button));
      }
  gtk_widget_set_visible (GTK_WIDGET (self->task_links), g_hash_table_size (seen) > 0);
}

static gboolean
show_lesson (WbLessonView  *self,
             guint          number,
             GError       **error)
{
  const char *id = g_ptr_array_index (wb_course_get_lessons (self->course), number);
  g_autoptr (WbItem) item = wb_library_get_item (wb_services_get_library (self->services), id, error);
  g_autoptr (WbLesson) lesson = NULL;

  if (item == NULL)
    return FALSE;
  lesson = wb_lesson_from_json (wb_item_get_payload (item), error);
  if (lesson == NULL)
    return FALSE;

  self->current = number;
  g_set_object (&self->lesson, lesson);
  fill_headings (self, item);
  fill_task_links (self, item);
  fill_body (self, item);
  fill_questions (self, id);
  self->filling = TRUE;
  gtk_list_box_select_row (self->lessons, gtk_list_box_get_row_at_index (self->lessons, (int) number));
  self->filling = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_progress (self);
  update_buttons (self);

  return TRUE;
}

static void
go_to (WbLessonView *self,
       guint         number)
{
  g_autoptr (GError) error = NULL;

  if (!show_lesson (self, number, &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Lesson Could Not Be Opened"), error);
}

static void
row_selected_cb (WbLessonView  *self,
                 GtkListBoxRow *row)
{
  if (row == NULL || self->filling)
    return;

  go_to (self, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (WbLessonView  *self,
                  GtkListBoxRow *row)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content_pane);
}

static void
finish_lesson (WbLessonView *self)
{
  g_autoptr (GError) error = NULL;

  if (all_answered (self)
      && !wb_user_store_set_lesson_done (get_store (self), wb_item_get_id (self->course_item),
                                         wb_lesson_view_get_lesson (self), g_get_real_time () / G_USEC_PER_SEC, &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("Your Progress Was Not Saved"), error);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbLessonView *self = WB_LESSON_VIEW (widget);

  finish_lesson (self);
  if (self->current + 1 < wb_course_get_lessons (self->course)->len)
    {
      go_to (self, self->current + 1);
      return;
    }

  update_progress (self);
  gtk_widget_activate_action (widget, "win.show-section", "s", "learn");
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WbLessonView *self = WB_LESSON_VIEW (widget);

  if (self->current > 0)
    go_to (self, self->current - 1);
}

static void
group_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbLessonView *self = WB_LESSON_VIEW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_group_window_new (self->services, wb_lesson_view_get_lesson (self), &error);

  if (window == NULL)
    wb_error_dialog_show (widget, _("The Lesson Could Not Be Opened"), error);
  else
    gtk_window_present (GTK_WINDOW (window));
}

static void
step_term_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  wb_block_view_step_term (WB_LESSON_VIEW (widget)->text, g_variant_get_int32 (parameter));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbLessonView *self = WB_LESSON_VIEW (widget);
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (get_store (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) document = wb_document_shelf_build_item (wb_services_get_library (self->services),
                                                                  wb_lesson_view_get_lesson (self), NULL, town, &error);

  if (document == NULL)
    wb_error_dialog_show (widget, _("The Lesson Could Not Be Opened"), error);
  else
    wb_document_print (widget, document);
}

static void
show_lessons_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  WbLessonView *self = WB_LESSON_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->steps_pane);
}

/* Minutes are shown where the lesson can be read; otherwise the fault comes up when it is opened. */
static void
add_row (WbLessonView *self,
         guint         i)
{
  const char *id = g_ptr_array_index (wb_course_get_lessons (self->course), i);
  g_autoptr (WbItem) item = wb_library_get_item (wb_services_get_library (self->services), id, NULL);
  g_autoptr (WbLesson) lesson = item != NULL ? wb_lesson_from_json (wb_item_get_payload (item), NULL) : NULL;

  gtk_list_box_append (self->lessons, wb_lesson_row_new (i + 1, item != NULL ? wb_item_get_title (item) : id,
                                                         lesson != NULL ? wb_lesson_get_minutes (lesson) : 0));
}

/* The course a lesson belongs to: the one that names it. (transfer full) */
static WbItem *
find_course (WbServices  *services,
             const char  *id,
             GError     **error)
{
  WbLibrary *library = wb_services_get_library (services);
  g_autoptr (WbItem) item = wb_library_get_item (library, id, error);
  g_autoptr (GListModel) courses = NULL;

  if (item == NULL || wb_item_get_kind (item) == WB_KIND_COURSE)
    return g_steal_pointer (&item);

  courses = wb_library_list (library, WB_KIND_COURSE, error);
  for (guint i = 0; courses != NULL && i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr (WbItem) listed = g_list_model_get_item (courses, i);
      g_autoptr (WbItem) full = wb_library_get_item (library, wb_item_get_id (listed), NULL);
      g_autoptr (WbCourse) course = full != NULL ? wb_course_from_json (wb_item_get_payload (full), NULL) : NULL;

      if (course != NULL
          && g_ptr_array_find_with_equal_func (wb_course_get_lessons (course), id, g_str_equal, NULL))
        return g_steal_pointer (&full);
    }

  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("“%s” belongs to no learning path."), wb_item_get_title (item));

  return NULL;
}

static guint
find_start (WbLessonView *self,
            const char   *id)
{
  GPtrArray *lessons = wb_course_get_lessons (self->course);
  guint position;

  if (g_ptr_array_find_with_equal_func (lessons, id, g_str_equal, &position))
    return position;
  for (guint i = 0; i < lessons->len; i++)
    if (!wb_user_store_get_lesson_done (get_store (self), g_ptr_array_index (lessons, i)))
      return i;

  return 0;
}

/* Reading begins at the top. A label takes the focus only when its text can be selected, and then selects it all. */
static gboolean
wb_lesson_view_grab_focus (GtkWidget *widget)
{
  WbLessonView *self = WB_LESSON_VIEW (widget);
  const gboolean done = gtk_widget_grab_focus (GTK_WIDGET (self->title));

  gtk_label_select_region (self->title, 0, 0);

  return done;
}

static void
wb_lesson_view_finalize (GObject *object)
{
  WbLessonView *self = WB_LESSON_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->course_item);
  g_clear_object (&self->course);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (wb_lesson_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-lesson-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, steps_pane);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, content_pane);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, course_title);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, progress);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, lessons);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, goal);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, window_title);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, title);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, body);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, questions);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, task_box);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, task);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, task_links);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, next_button);
  gtk_widget_class_bind_template_child (widget_class, WbLessonView, next_hint);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
wb_lesson_view_class_init (WbLessonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_lesson_view_finalize;
  widget_class->grab_focus = wb_lesson_view_grab_focus;
  widget_class->focus = wb_focus_pass;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "lesson.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "lesson.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "lesson.show-lessons", NULL, show_lessons_action);
  gtk_widget_class_install_action (widget_class, "lesson.group", NULL, group_action);
  gtk_widget_class_install_action (widget_class, "lesson.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "lesson.step-term", "i", step_term_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "lesson.step-term", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, GDK_SHIFT_MASK, "lesson.step-term", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "lesson.group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "lesson.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "lesson.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "lesson.previous", NULL);
}

static void
wb_lesson_view_init (WbLessonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_list_stop_install (self->lessons);
  wb_page_keys_add (GTK_WIDGET (self), self->scroller);
}

GtkWidget *
wb_lesson_view_new (WbServices  *services,
                    const char  *id,
                    GError     **error)
{
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbCourse) course = NULL;
  g_autoptr (GError) note_error = NULL;
  WbLessonView *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  item = find_course (services, id, error);
  if (item == NULL)
    return NULL;
  course = wb_course_from_json (wb_item_get_payload (item), error);
  if (course == NULL)
    return NULL;

  self = g_object_ref_sink (g_object_new (WB_TYPE_LESSON_VIEW, NULL));
  self->services = g_object_ref (services);
  self->course_item = g_steal_pointer (&item);
  self->course = g_steal_pointer (&course);
  gtk_label_set_label (self->course_title, wb_item_get_title (self->course_item));
  for (guint i = 0; i < wb_course_get_lessons (self->course)->len; i++)
    add_row (self, i);
  if (!show_lesson (self, find_start (self, id), error))
    {
      g_object_unref (self);
      return NULL;
    }
  adw_leaflet_set_visible_child (self->leaflet, self->content_pane);
  if (!wb_user_store_note_course (get_store (self), wb_item_get_id (self->course_item), &note_error))
    g_debug ("The course was not noted: %s", note_error->message);

  /* Floating again, as every constructor of a widget hands it over. */
  g_object_force_floating (G_OBJECT (self));

  return GTK_WIDGET (self);
}
