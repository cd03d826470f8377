/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-certificate-dialog.h"

#include <glib/gi18n.h>

#include "wb-attendance-source.h"
#include "wb-certificate.h"
#include "wb-document-actions.h"
#include "wb-fitting-size.h"
#include "wb-learner-menu.h"

struct _WbCertificateDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *course_title;
  GtkLabel *state;
  GtkWidget *name_box;
  GtkEditable *name;
  GtkListBox *lessons;
  GtkWidget *save_button;
  GtkWidget *print_button;

  /* Owned */
  WbAttendance *attendance;
  char *course;
  char *goal;
};

G_DEFINE_FINAL_TYPE (WbCertificateDialog, wb_certificate_dialog, ADW_TYPE_WINDOW)

static void
update_buttons (WbCertificateDialog *self)
{
  gboolean ready = wb_attendance_is_complete (self->attendance)
                   && wb_learner_check_name (gtk_editable_get_text (self->name));

  gtk_widget_set_sensitive (self->save_button, ready);
  gtk_widget_set_sensitive (self->print_button, ready);
}

/* (transfer full) */
static WbDocument *
build (WbCertificateDialog *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  return wb_certificate_build (name, self->course, self->goal, self->attendance, g_get_real_time () / G_USEC_PER_SEC, zone);
}

/* The window behind goes on with it: it can tell what came of it. */
static void
save_cb (WbCertificateDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (WbDocument) document = build (self);
  g_autofree char *title = g_strdup_printf ("%s %s", wb_document_get_title (document), self->course);
  g_autofree char *name = wb_document_suggest_name (title, ".pdf");

  wb_document_save_pdf (parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (self), document, name);
  if (parent != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
print_cb (WbCertificateDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (WbDocument) document = build (self);

  wb_document_print (parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (self), document);
  if (parent != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
open_lesson_cb (WbCertificateDialog *self,
                GtkWidget           *button)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *lesson = g_object_get_data (G_OBJECT (button), "wb-lesson");

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-course", "s", lesson);
  gtk_window_close (GTK_WINDOW (self));
}

/* (transfer full) */
static char *
describe (const WbAttendedLesson *lesson)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", lesson->minutes), lesson->minutes);
  g_autofree char *state = NULL;

  if (lesson->finished && lesson->time > 0)
    {
      g_autofree char *day = wb_certificate_format_day (lesson->time, zone);

      state = g_strdup_printf (_("finished on %s"), day);
    }
  else if (lesson->finished)
    state = g_strdup (_("finished"));
  else
    state = g_strdup_printf (_("still missing; %u of %u questions answered"), lesson->n_answered, lesson->n_questions);

  return g_strdup_printf ("%s · %s", minutes, state);
}

static void
add_lesson (WbCertificateDialog    *self,
            const WbAttendedLesson *lesson)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon;
  g_autofree char *text = describe (lesson);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lesson->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", lesson->finished ? "object-select-symbolic" : "media-record-symbolic",
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_opacity (icon, lesson->finished ? 1 : 0.35);
  if (lesson->finished)
    gtk_widget_add_css_class (icon, "done");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (!lesson->finished)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Go There"));
      g_autofree char *label = g_strdup_printf (_("Go to the lesson: %s"), lesson->title);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data_full (G_OBJECT (button), "wb-lesson", g_strdup (lesson->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (open_lesson_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->lessons, row);
}

static void
fill (WbCertificateDialog *self)
{
  g_autofree char *text = NULL;
  WbAttendedLesson sum;
  guint missing = 0;

  wb_attendance_sum (self->attendance, &sum);
  for (guint i = 0; i < self->attendance->lessons->len; i++)
    {
      const WbAttendedLesson *lesson = g_ptr_array_index (self->attendance->lessons, i);

      missing += lesson->finished ? 0 : 1;
      add_lesson (self, lesson);
    }
  if (missing > 0)
    text = g_strdup_printf (ngettext ("%u lesson is missing. A lesson is finished when all its questions are answered and you go on.",
                                      "%u lessons are missing. A lesson is finished when all its questions are answered and you go on.",
                                      missing),
                            missing);
  else
    text = g_strdup_printf (_("All lessons are finished: %u minutes, %u questions answered."), sum.minutes, sum.n_answered);
  gtk_label_set_label (self->course_title, self->course);
  gtk_label_set_label (self->state, text);
  gtk_widget_set_visible (self->name_box, missing == 0);
  gtk_widget_set_visible (self->save_button, missing == 0);
  gtk_widget_set_visible (self->print_button, missing == 0);
  update_buttons (self);
}

static void
wb_certificate_dialog_finalize (GObject *object)
{
  WbCertificateDialog *self = WB_CERTIFICATE_DIALOG (object);

  g_clear_pointer (&self->attendance, wb_attendance_free);
  g_free (self->course);
  g_free (self->goal);

  G_OBJECT_CLASS (wb_certificate_dialog_parent_class)->finalize (object);
}

static void
wb_certificate_dialog_class_init (WbCertificateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_certificate_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-certificate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, course_title);
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, state);
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, name_box);
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, name);
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, lessons);
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, WbCertificateDialog, print_button);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_certificate_dialog_init (WbCertificateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_fitting_size_reduce (GTK_WINDOW (self));
}

GtkWidget *
wb_certificate_dialog_new (GtkWindow   *parent,
                           WbServices  *services,
                           const char  *course_id,
                           GError     **error)
{
  g_autoptr (WbAttendance) attendance = NULL;
  g_autoptr (WbCourse) course = NULL;
  g_autoptr (WbLearner) learner = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  WbCertificateDialog *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (course_id != NULL, NULL);

  name = wb_user_store_get_learner (wb_services_get_store (services));
  learner = wb_user_store_load_learner (wb_services_get_store (services), name, error);
  if (learner != NULL)
    attendance = wb_attendance_source_read (wb_services_get_library (services), course_id, learner, &course, &title, error);
  if (attendance == NULL)
    return NULL;

  self = g_object_new (WB_TYPE_CERTIFICATE_DIALOG, "transient-for", parent, NULL);
  self->attendance = g_steal_pointer (&attendance);
  self->course = g_steal_pointer (&title);
  self->goal = g_strdup (wb_course_get_goal (course));
  gtk_editable_set_text (self->name, name);
  fill (self);

  return GTK_WIDGET (self);
}
