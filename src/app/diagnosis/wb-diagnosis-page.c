/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-diagnosis-page.h"

#include <glib/gi18n.h>

#include "wb-barrier-walk.h"
#include "wb-check-view.h"
#include "wb-circle-view.h"
#include "wb-diagnosis-report.h"
#include "wb-diagnosis-source.h"
#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-lever-dialog.h"
#include "wb-result-view.h"
#include "wb-wrap-layout.h"

/* Half as large again as the usual 96 dots an inch. */
#define LARGE_DPI 144

/* Where one is in the section. */
#define START "start"
#define CHECK "check"
#define RESULT "result"
#define CIRCLE "circle"
#define WALK "walk"

struct _WbDiagnosisPage
{
  WbSection parent_instance;

  guint circle;

  /* Borrowed */
  GtkWidget *back_button;
  GtkWidget *circle_buttons;
  GtkWidget *report_buttons;
  GtkWidget *large_button;
  AdwWindowTitle *title;
  GtkStack *stack;
  AdwBin *bins[4]; /* of CHECK to WALK */
  GtkListBox *dates;
  GtkWidget *dates_box;

  /* Owned */
  GPtrArray *barriers;
  GPtrArray *circles;
  WbAssessment *assessment; /* (nullable) the one shown or answered */
};

G_DEFINE_FINAL_TYPE (WbDiagnosisPage, wb_diagnosis_page, WB_TYPE_SECTION)

static const char *const places[] = { CHECK, RESULT, CIRCLE, WALK };

static WbUserStore *
get_store (WbDiagnosisPage *self)
{
  return wb_section_get_store (WB_SECTION (self));
}

static GtkWidget *
get_view (WbDiagnosisPage *self,
          const char      *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i], place))
      return adw_bin_get_child (self->bins[i]);

  return NULL;
}

/* The result that is open, whatever lies upon it; NULL while none is. */
static WbResultView *
get_result (WbDiagnosisPage *self)
{
  GtkWidget *view = get_view (self, RESULT);

  return view != NULL ? WB_RESULT_VIEW (view) : NULL;
}

static WbDiagnosis *
get_diagnosis (WbDiagnosisPage *self)
{
  WbResultView *result = get_result (self);

  return result != NULL ? wb_result_view_get_diagnosis (result) : NULL;
}

static void
show_place (WbDiagnosisPage *self,
            const char      *place,
            const char      *title,
            GtkWidget       *view)
{
  gboolean result = g_str_equal (place, RESULT);

  for (guint i = 0; view != NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i], place))
      adw_bin_set_child (self->bins[i], view);
  adw_window_title_set_title (self->title, title);
  gtk_widget_set_visible (self->back_button, !g_str_equal (place, START));
  gtk_widget_set_visible (self->circle_buttons, g_str_equal (place, CIRCLE));
  gtk_widget_set_visible (self->report_buttons, result);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diagnosis.save", result);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diagnosis.print", result);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diagnosis.present", result || g_str_equal (place, CIRCLE));
  gtk_widget_set_visible (self->large_button, g_str_equal (place, CIRCLE));
  gtk_stack_set_visible_child_name (self->stack, place);
  if (view != NULL)
    gtk_widget_grab_focus (view);
}

static void
show_start (WbDiagnosisPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    adw_bin_set_child (self->bins[i], NULL);
  g_clear_pointer (&self->assessment, wb_assessment_unref);
  show_place (self, START, _("Where We Stand"), NULL);
}

static gboolean
load (WbDiagnosisPage *self,
      gint64           number)
{
  g_autoptr (GError) error = NULL;
  WbAssessment *assessment = wb_user_store_load_assessment (get_store (self), number, &error);

  if (assessment == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Self-Check Could Not Be Opened"), error);
      return FALSE;
    }
  g_clear_pointer (&self->assessment, wb_assessment_unref);
  self->assessment = assessment;

  return TRUE;
}

static void
show_result (WbDiagnosisPage *self)
{
  show_place (self, RESULT, _("Result"),
              wb_result_view_new (wb_section_get_services (WB_SECTION (self)), self->assessment, self->barriers,
                                  self->circles));
}

static void
finish (WbDiagnosisPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->assessment->finished == 0)
    {
      gint64 now = g_get_real_time () / G_USEC_PER_SEC;

      if (!wb_user_store_finish_assessment (get_store (self), self->assessment->number, now, &error))
        {
          wb_error_dialog_show (GTK_WIDGET (self), _("The Self-Check Was Not Finished"), error);
          return;
        }
      self->assessment->finished = now;
    }
  show_result (self);
}

static void
group_finished_cb (WbDiagnosisPage *self,
                   GtkWidget       *view)
{
  GtkRoot *root = gtk_widget_get_root (view);

  if (GTK_IS_WINDOW (root))
    gtk_window_destroy (GTK_WINDOW (root));
  finish (self);
}

static gboolean
close_action (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return GDK_EVENT_STOP;
}

/* Whoever has set text to half as large again or more needs it no larger still: it would no longer fit on the wall. */
static gboolean
has_large_text (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi / 1024 >= LARGE_DPI;
}

/* The statement big on the wall, over the whole screen; Escape goes back to the window, where it can be continued. */
static void
open_group_window (WbDiagnosisPage *self,
                   GtkWidget       *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "title", _("Self-Check as a Group"), "default-width", 1280, "default-height", 720,
                                    "destroy-with-parent", TRUE, NULL);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_child (ADW_CLAMP (clamp), view);
  gtk_widget_set_margin_start (view, 36);
  gtk_widget_set_margin_end (view, 36);
  gtk_widget_set_margin_top (view, 36);
  gtk_widget_set_margin_bottom (view, 36);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  if (!has_large_text (GTK_WIDGET (self)))
    gtk_widget_add_css_class (window, "projector");
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_action, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (view, "finished", G_CALLBACK (group_finished_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
}

static void
show_check (WbDiagnosisPage *self)
{
  GtkWidget *view = wb_check_view_new (wb_section_get_services (WB_SECTION (self)), self->barriers, self->assessment);

  if (self->assessment->group)
    {
      open_group_window (self, view);
      return;
    }
  g_signal_connect_object (view, "finished", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  show_place (self, CHECK, _("Self-Check"), view);
}

static void
begin_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  g_autoptr (WbAssessment) assessment = wb_assessment_new (0, g_get_real_time () / G_USEC_PER_SEC,
                                                           g_variant_get_boolean (parameter), NULL);
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_add_assessment (get_store (self), assessment, &error))
    {
      wb_error_dialog_show (widget, _("The Self-Check Could Not Be Begun"), error);
      return;
    }
  g_clear_pointer (&self->assessment, wb_assessment_unref);
  self->assessment = g_steal_pointer (&assessment);
  show_check (self);
}

static void
continue_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);

  if (load (self, g_variant_get_int64 (parameter)))
    show_check (self);
}

static void
show_result_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);

  if (load (self, g_variant_get_int64 (parameter)))
    show_result (self);
}

typedef struct
{
  WbDiagnosisPage *page;
  gint64 number;
} Deletion;

static void
delete_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    Deletion         *deletion)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "delete") == 0
      && !wb_user_store_remove_assessment (get_store (deletion->page), deletion->number, &error))
    wb_error_dialog_show (GTK_WIDGET (deletion->page), _("The Self-Check Was Not Deleted"), error);
}

static void
deletion_free (gpointer  data,
               GClosure *closure)
{
  Deletion *deletion = data;

  g_object_unref (deletion->page);
  g_free (deletion);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Delete This Self-Check?"),
                                              _("Its replies cannot be brought back."));
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->page = g_object_ref (WB_DIAGNOSIS_PAGE (widget));
  deletion->number = g_variant_get_int64 (parameter);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (delete_response_cb), deletion, deletion_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_circle (WbDiagnosisPage *self,
             guint            index)
{
  const WbDiagnosisCircle *circle = g_ptr_array_index (self->circles, index);

  self->circle = index;
  show_place (self, CIRCLE, circle->title,
              wb_circle_view_new (wb_section_get_library (WB_SECTION (self)), self->barriers, self->circles, index,
                                  get_diagnosis (self)));
}

static void
show_circle_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < self->circles->len; i++)
    if (*id == '\0' || g_str_equal (((const WbDiagnosisCircle *) g_ptr_array_index (self->circles, i))->id, id))
      {
        show_circle (self, i);
        return;
      }
}

static void
step_circle_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  const guint n = self->circles->len;

  if (n > 0 && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), CIRCLE) == 0)
    show_circle (self, (self->circle + n + (guint) g_variant_get_int32 (parameter)) % n);
}

static void
show_barrier_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->barriers->len > 0)
    show_place (self, WALK, _("Causes and Effects"),
                wb_barrier_walk_new (self->barriers, self->circles, get_diagnosis (self), *id != '\0' ? id : NULL));
}

static void
take_lever_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *id;
  guint index;

  g_variant_get (parameter, "(&su)", &id, &index);
  for (guint i = 0; i < self->circles->len; i++)
    {
      const WbDiagnosisCircle *circle = g_ptr_array_index (self->circles, i);

      if (!g_str_equal (circle->id, id) || index >= circle->circle->levers->len)
        continue;
      gtk_window_present (GTK_WINDOW (wb_lever_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                       wb_section_get_services (WB_SECTION (self)),
                                                           g_ptr_array_index (circle->circle->levers, index))));
      return;
    }
}

/* From a circle or the walk to the result they were opened from, from there to the beginning. */
static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  const char *place = gtk_stack_get_visible_child_name (self->stack);

  if (get_result (self) != NULL && (g_str_equal (place, CIRCLE) || g_str_equal (place, WALK)))
    show_place (self, RESULT, _("Result"), NULL);
  else
    show_start (self);
}

static WbDocument *
make_report (WbDiagnosisPage  *self,
             WbDocumentFormat  format)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (get_store (self));

  return wb_diagnosis_report_new (format, self->assessment, wb_result_view_get_earlier (get_result (self)), self->barriers,
                                  self->circles, town, wb_section_get_library (WB_SECTION (self)));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr (WbDocument) document = make_report (WB_DIAGNOSIS_PAGE (widget), WB_DOCUMENT_PAGES);
  g_autofree char *name = wb_document_suggest_name (wb_document_get_title (document), ".pdf");

  wb_document_save_pdf (widget, document, name);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autoptr (WbDocument) document = make_report (WB_DIAGNOSIS_PAGE (widget), WB_DOCUMENT_PAGES);

  wb_document_print (widget, document);
}

static void
present_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);
  g_autoptr (WbDocument) document = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), CIRCLE) == 0)
    document = wb_diagnosis_report_new_circle (g_ptr_array_index (self->circles, self->circle), self->barriers, get_diagnosis (self),
                                               wb_section_get_library (WB_SECTION (self)));
  else
    document = make_report (self, WB_DOCUMENT_DECK);

  wb_document_present (widget, document);
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

static GtkWidget *
make_icon_button (const char *icon,
                  const char *label,
                  const char *action,
                  GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static void
add_date (WbDiagnosisPage *self,
          WbAssessment    *listed)
{
  g_autoptr (WbAssessment) assessment = wb_user_store_load_assessment (get_store (self), listed->number, NULL);
  g_autoptr (WbDiagnosis) diagnosis = NULL;
  g_autofree char *line = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  if (assessment == NULL)
    return;

  diagnosis = wb_diagnosis_new (assessment, self->barriers, self->circles);
  line = wb_diagnosis_report_describe (assessment, diagnosis);
  detail = g_strdup_printf ("%s · %s", assessment->group ? _("Group") : _("Alone"),
                            assessment->finished > 0 ? _("finished") : _("draft"));
  title = g_markup_escape_text (*assessment->title != '\0' ? assessment->title : line, -1);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", detail, "title-lines", 0, "subtitle-lines", 0, NULL);
  if (*assessment->title != '\0')
    {
      g_autofree char *both = g_markup_printf_escaped ("%s · %s", line, detail);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (assessment->finished > 0 ? _("Change") : _("Continue"), "diagnosis.continue",
                                          g_variant_new_int64 (assessment->number)));
  if (wb_diagnosis_count_answered (diagnosis) > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (_("Result"), "diagnosis.show-result",
                                                                  g_variant_new_int64 (assessment->number)));
  name = g_strdup_printf (_("Delete the self-check: %s"), line);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon_button ("user-trash-symbolic", name, "diagnosis.delete",
                                                                     g_variant_new_int64 (assessment->number)));
  gtk_list_box_append (self->dates, row);
}

static void
update_dates (WbDiagnosisPage *self)
{
  g_autoptr (GPtrArray) list = wb_user_store_list_assessments (get_store (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dates))) != NULL)
    gtk_list_box_remove (self->dates, child);
  for (guint i = 0; i < list->len; i++)
    add_date (self, g_ptr_array_index (list, i));
  gtk_widget_set_visible (self->dates_box, list->len > 0);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 60, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_card (const char *title,
           const char *text,
           GtkWidget  *button)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = make_label (text, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "diagnosis-card");
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), button);

  return card;
}

static GtkWidget *
make_ways (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 18, "homogeneous", TRUE, "vexpand", FALSE, NULL);
  GtkWidget *alone = make_button (_("Answer Alone"), "diagnosis.begin", g_variant_new_boolean (FALSE));

  gtk_widget_add_css_class (alone, "suggested-action");
  gtk_box_append (GTK_BOX (box), make_card (_("Alone, in about 15 Minutes"),
                                            _("You answer by yourself. What you do not know you leave open or mark “don’t know”."), alone));
  gtk_box_append (GTK_BOX (box), make_card (_("As a Group at the Projector"),
                                            _("Each statement stands big on the wall; you count how many choose which reply, and see where "
                                              "people differ."),
                                            make_button (_("Begin as a Group"), "diagnosis.begin", g_variant_new_boolean (TRUE))));

  return box;
}

static GtkWidget *
make_dates (WbDiagnosisPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->dates = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dates), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your self-checks"), -1);
  self->dates_box = box;
  gtk_box_append (GTK_BOX (box), make_label (_("Your Self-Checks"), "section"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dates));

  return box;
}

static GtkWidget *
make_start (WbDiagnosisPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *more = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = make_label (_("Where We Stand"), "title-1");

  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_set_layout_manager (more, wb_wrap_layout_new (12));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_label (_("What slows data work down in your administration, which barriers feed one another, and where "
                                               "a lever helps. Statements from everyday work, no marks, no ranking: the result belongs to you and "
                                               "stays on this laptop."), NULL));
  gtk_box_append (GTK_BOX (box), make_ways ());
  gtk_box_append (GTK_BOX (box), make_dates (self));
  gtk_box_append (GTK_BOX (box), make_label (_("Look Around Without Answering"), "section"));
  gtk_box_append (GTK_BOX (more), make_button (_("The Circles of Barriers"), "diagnosis.show-circle", g_variant_new_string ("")));
  gtk_box_append (GTK_BOX (more), make_button (_("Causes and Effects"), "diagnosis.show-barrier", g_variant_new_string ("")));
  gtk_box_append (GTK_BOX (box), more);

  return box;
}

/* @child in a page that scrolls and is not wider than @width. */
static GtkWidget *
make_page (GtkWidget *child,
           int        width)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_margin_start (child, 24);
  gtk_widget_set_margin_end (child, 24);
  gtk_widget_set_margin_top (child, 24);
  gtk_widget_set_margin_bottom (child, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);

  return scrolled;
}

static GtkWidget *
make_stack (WbDiagnosisPage *self)
{
  static const int widths[] = { 720, 1160, 1160, 1000 };

  self->stack = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (self->stack, make_page (make_start (self), 768), START);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      self->bins[i] = ADW_BIN (adw_bin_new ());
      gtk_stack_add_named (self->stack, make_page (GTK_WIDGET (self->bins[i]), widths[i]), places[i]);
    }

  return GTK_WIDGET (self->stack);
}

static GtkWidget *
make_header (WbDiagnosisPage *self)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());
  GtkWidget *sidebar_back = make_icon_button ("sidebar-show-symbolic", _("Back to the sections"), "win.show-sidebar", NULL);
  GtkWidget *save;

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Where We Stand"), NULL));
  adw_header_bar_set_title_widget (header, GTK_WIDGET (self->title));
  self->back_button = make_icon_button ("go-previous-symbolic", _("Back"), "diagnosis.back", NULL);
  self->circle_buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->circle_buttons, "linked");
  gtk_box_append (GTK_BOX (self->circle_buttons), make_icon_button ("go-up-symbolic", _("Previous circle"),
                                                                    "diagnosis.step-circle", g_variant_new_int32 (-1)));
  gtk_box_append (GTK_BOX (self->circle_buttons), make_icon_button ("go-down-symbolic", _("Next circle"),
                                                                    "diagnosis.step-circle", g_variant_new_int32 (1)));
  self->report_buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  save = make_button (_("Save Report…"), "diagnosis.save", NULL);
  /* On a phone's width the rest of the bar needs the room. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (save))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (save, _("Save Report…"));
  gtk_box_append (GTK_BOX (self->report_buttons), save);
  gtk_box_append (GTK_BOX (self->report_buttons), make_icon_button ("printer-symbolic", _("Print the report"), "diagnosis.print",
                                                                    NULL));
  gtk_box_append (GTK_BOX (self->report_buttons), make_icon_button ("x-office-presentation-symbolic", _("Present as slides"),
                                                                    "diagnosis.present", NULL));
  self->large_button = make_icon_button ("x-office-presentation-symbolic", _("Show large, for the projector"), "diagnosis.present",
                                         NULL);
  g_object_bind_property (self, "sidebar-button", sidebar_back, "visible", G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (header, sidebar_back);
  adw_header_bar_pack_start (header, self->back_button);
  adw_header_bar_pack_start (header, self->circle_buttons);
  adw_header_bar_pack_end (header, self->report_buttons);
  adw_header_bar_pack_end (header, self->large_button);

  return GTK_WIDGET (header);
}

static GtkWidget *
make_message (const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *reason = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "find-location-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), error != NULL ? _("The Barriers Could Not Be Read") : _("No Self-Check"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), error != NULL ? reason : _("This library brings no statements for one."));

  return page;
}

static guint
count_statements (GPtrArray *barriers)
{
  guint n = 0;

  for (guint i = 0; i < barriers->len; i++)
    n += ((const WbDiagnosisBarrier *) g_ptr_array_index (barriers, i))->barrier->statements->len;

  return n;
}

static void
wb_diagnosis_page_constructed (GObject *object)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (object);
  WbLibrary *library = wb_section_get_library (WB_SECTION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (wb_diagnosis_page_parent_class)->constructed (object);

  self->barriers = wb_diagnosis_source_list_barriers (library, &error);
  if (self->barriers != NULL)
    self->circles = wb_diagnosis_source_list_circles (library, &error);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  adw_bin_set_child (ADW_BIN (self), box);
  show_start (self);
  if (self->circles == NULL || count_statements (self->barriers) == 0)
    {
      gtk_stack_add_named (self->stack, make_message (error), "message");
      gtk_stack_set_visible_child_name (self->stack, "message");
      return;
    }
  g_signal_connect_object (get_store (self), "assessments-changed", G_CALLBACK (update_dates), self, G_CONNECT_SWAPPED);
  update_dates (self);
}

/* Replies may have been given since. */
static void
wb_diagnosis_page_map (GtkWidget *widget)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (widget);

  GTK_WIDGET_CLASS (wb_diagnosis_page_parent_class)->map (widget);

  if (self->circles != NULL)
    update_dates (self);
}

static void
wb_diagnosis_page_finalize (GObject *object)
{
  WbDiagnosisPage *self = WB_DIAGNOSIS_PAGE (object);

  g_clear_pointer (&self->barriers, g_ptr_array_unref);
  g_clear_pointer (&self->circles, g_ptr_array_unref);
  g_clear_pointer (&self->assessment, wb_assessment_unref);

  G_OBJECT_CLASS (wb_diagnosis_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "diagnosis.begin", "b", begin_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.continue", "x", continue_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.show-result", "x", show_result_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.show-circle", "s", show_circle_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.step-circle", "i", step_circle_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.show-barrier", "s", show_barrier_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.take-lever", "(su)", take_lever_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "diagnosis.step-circle", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "diagnosis.step-circle", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "diagnosis.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "diagnosis.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "diagnosis.present", NULL);
}

static void
wb_diagnosis_page_class_init (WbDiagnosisPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_diagnosis_page_constructed;
  object_class->finalize = wb_diagnosis_page_finalize;
  widget_class->map = wb_diagnosis_page_map;

  install_actions (widget_class);
}

static void
wb_diagnosis_page_init (WbDiagnosisPage *self)
{
}

GtkWidget *
wb_diagnosis_page_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_DIAGNOSIS_PAGE, "services", services, NULL);
}
