/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learn-page.h"

#include <glib/gi18n.h>

#include "wb-certificate-dialog.h"
#include "wb-columns-layout.h"
#include "wb-course-panel.h"
#include "wb-error-dialog.h"
#include "wb-group-window.h"
#include "wb-learner-menu.h"
#include "wb-review.h"

struct _WbLearnPage
{
  WbSection parent_instance;


  /* Template widgets */
  AdwBin *learner_bin;
  GtkWidget *continue_button;
  GtkLabel *continue_title;
  GtkLabel *continue_detail;
  GtkLabel *review_title;
  GtkLabel *review_detail;
  GtkWidget *review_button;
  GtkBox *courses;
  GtkStack *stack;
  AdwStatusPage *message;

  /* Owned */
  GCancellable *counting; /* (nullable) of the look-up that runs */
};

G_DEFINE_FINAL_TYPE (WbLearnPage, wb_learn_page, WB_TYPE_SECTION)

static void
show_count (WbLearnPage *self,
            guint        n)
{
  /* Translators: the number of questions to repeat */
  g_autofree char *title = g_strdup_printf (_("Repeat Today (%u)"), n);
  g_autofree char *detail = NULL;

  if (n > 0)
    detail = g_strdup_printf (ngettext ("%u question from all your learning paths is due.",
                                        "%u questions from all your learning paths are due.", n), n);
  else
    detail = g_strdup (_("Nothing is due. Questions you answered come back at growing intervals, wrong ones the next day."));
  gtk_label_set_label (self->review_title, title);
  gtk_label_set_label (self->review_detail, detail);
  gtk_widget_set_sensitive (self->review_button, n > 0);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = wb_review_list_finish (result, &error);
  WbLearnPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = WB_LEARN_PAGE (user_data);
  if (reviews != NULL)
    show_count (self, reviews->len);
  else
    gtk_label_set_label (self->review_detail, error->message);
}

static void
count_reviews (WbLearnPage *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  wb_review_list_async (wb_section_get_services (WB_SECTION (self)), g_get_real_time () / G_USEC_PER_SEC, self->counting,
                        counted_cb, self);
}

static void
update_continue (WbLearnPage *self)
{
  g_autofree char *course = wb_user_store_get_last_course (wb_section_get_store (WB_SECTION (self)));
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  gboolean known = course != NULL && wb_library_lookup (wb_section_get_library (WB_SECTION (self)), course, &title, NULL);

  gtk_label_set_label (self->continue_title, known ? _("Continue Where You Left Off") : _("Not Begun Yet"));
  gtk_label_set_label (self->continue_detail, known ? title : _("Choose a learning path below."));
  gtk_widget_set_sensitive (self->continue_button, known);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->continue_button), "s", known ? course : "");
  label = g_strdup_printf (_("Continue: %s"), known ? title : "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->continue_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_courses (WbLearnPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = wb_library_list (wb_section_get_library (WB_SECTION (self)), WB_KIND_COURSE, &error);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->courses))) != NULL)
    gtk_box_remove (self->courses, child);

  if (items == NULL)
    {
      g_autofree char *reason = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->message, _("The Learning Paths Could Not Be Read"));
      adw_status_page_set_description (self->message, reason);
    }
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (items, i);
      GtkWidget *panel = wb_course_panel_new (wb_section_get_services (WB_SECTION (self)), wb_item_get_id (item));

      if (panel != NULL)
        gtk_box_append (self->courses, panel);
    }
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->courses)) != NULL ? "courses"
                                                                                                    : "message");
}

static void
update (WbLearnPage *self)
{
  update_continue (self);
  update_courses (self);
  count_reviews (self);
}

static GtkWindow *
get_window (WbLearnPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
certificate_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbLearnPage *self = WB_LEARN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = wb_certificate_dialog_new (get_window (self), wb_section_get_services (WB_SECTION (self)),
                                                 g_variant_get_string (parameter, NULL),
                                                 &error);

  if (dialog == NULL)
    wb_error_dialog_show (widget, _("The Learning Path Could Not Be Read"), error);
  else
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
group_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbLearnPage *self = WB_LEARN_PAGE (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wb_group_window_new (wb_section_get_services (WB_SECTION (self)),
                                           g_variant_get_string (parameter, NULL), &error);

  if (window == NULL)
    wb_error_dialog_show (widget, _("The Learning Path Could Not Be Read"), error);
  else
    gtk_window_present (GTK_WINDOW (window));
}

/* What happens while the page is not seen, in a lesson above all, is looked up when it is. */
static void
changed_cb (WbLearnPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* Due questions may have come with a new day, too. */
static void
wb_learn_page_map (GtkWidget *widget)
{
  update (WB_LEARN_PAGE (widget));

  GTK_WIDGET_CLASS (wb_learn_page_parent_class)->map (widget);
}

static void
wb_learn_page_constructed (GObject *object)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);
  WbUserStore *store = wb_section_get_store (WB_SECTION (self));

  G_OBJECT_CLASS (wb_learn_page_parent_class)->constructed (object);

  adw_bin_set_child (self->learner_bin, wb_learner_menu_new (store));
  g_signal_connect_object (store, "learning-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_count (self, 0);
}

static void
wb_learn_page_dispose (GObject *object)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);

  G_OBJECT_CLASS (wb_learn_page_parent_class)->dispose (object);
}

static void
wb_learn_page_finalize (GObject *object)
{
  WbLearnPage *self = WB_LEARN_PAGE (object);

  g_clear_object (&self->counting);

  G_OBJECT_CLASS (wb_learn_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-learn-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, learner_bin);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, continue_title);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, continue_detail);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, review_title);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, review_detail);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, review_button);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, courses);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WbLearnPage, message);
}

static void
wb_learn_page_class_init (WbLearnPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_learn_page_constructed;
  object_class->dispose = wb_learn_page_dispose;
  object_class->finalize = wb_learn_page_finalize;
  widget_class->map = wb_learn_page_map;

  g_type_ensure (WB_TYPE_COLUMNS_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "learn.certificate", "s", certificate_action);
  gtk_widget_class_install_action (widget_class, "learn.group", "s", group_action);
}

static void
wb_learn_page_init (WbLearnPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_learn_page_new (WbServices *services)
{
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  return g_object_new (WB_TYPE_LEARN_PAGE, "services", services, NULL);
}
