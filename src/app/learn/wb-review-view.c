/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-review-view.h"

#include <glib/gi18n.h>

#include "wb-error-dialog.h"
#include "wb-question-view.h"
#include "wb-review.h"

struct _WbReviewView
{
  AdwBin parent_instance;

  guint current;  /* in @reviews */
  guint n_due;    /* how many were due; those asked again stand behind them */
  guint n_right;  /* of those due, at the first go */

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *source;
  AdwBin *question_bin;
  GtkWidget *lesson_button;
  GtkWidget *next_button;
  AdwStatusPage *summary;
  GtkWidget *back_button;

  /* Owned */
  WbServices *services;
  GPtrArray *reviews; /* WbReview; NULL while they are looked up */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WbReviewView, wb_review_view, ADW_TYPE_BIN)

static void
show_summary (WbReviewView *self)
{
  g_autofree char *text = NULL;

  adw_window_title_set_subtitle (self->window_title, NULL);
  if (self->n_due == 0)
    {
      adw_status_page_set_title (self->summary, _("Nothing to Repeat Today"));
      adw_status_page_set_description (self->summary, _("Questions come back one day after you answered them first, then at ever longer intervals."));
    }
  else
    {
      text = g_strdup_printf (ngettext ("%u of %u question was right at the first go. What was not right comes back tomorrow.",
                                        "%u of %u questions were right at the first go. What was not right comes back tomorrow.",
                                        self->n_due),
                              self->n_right, self->n_due);
      adw_status_page_set_title (self->summary, _("Done for Today"));
      adw_status_page_set_description (self->summary, text);
    }
  gtk_stack_set_visible_child_name (self->stack, "summary");
  gtk_widget_grab_focus (self->back_button);
}

static void
answered_cb (WbReviewView   *self,
             gboolean        right,
             WbQuestionView *view)
{
  const WbReview *review = g_ptr_array_index (self->reviews, self->current);

  if (right && self->current < self->n_due && !g_object_get_data (G_OBJECT (view), "wb-tried"))
    self->n_right++;
  /* Once more at the end, but not more than once. */
  if (!right && self->current < self->n_due && !g_object_get_data (G_OBJECT (view), "wb-tried"))
    {
      WbReview *again = g_new0 (WbReview, 1);

      again->lesson = g_strdup (review->lesson);
      again->lesson_title = g_strdup (review->lesson_title);
      again->question = wb_question_ref (review->question);
      g_ptr_array_add (self->reviews, again);
    }
  g_object_set_data (G_OBJECT (view), "wb-tried", GINT_TO_POINTER (TRUE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next", TRUE);
}

static void
show_question (WbReviewView *self)
{
  const WbReview *review = g_ptr_array_index (self->reviews, self->current);
  GtkWidget *view = wb_question_view_new (wb_services_get_store (self->services), review->lesson, review->question, 0, TRUE);
  g_autofree char *position = NULL;
  g_autofree char *source = g_strdup_printf (_("From the lesson: %s"), review->lesson_title);

  if (self->current < self->n_due)
    position = g_strdup_printf (_("Question %u of %u"), self->current + 1, self->n_due);
  else
    position = g_strdup (_("Once more, because it was not right"));
  adw_window_title_set_subtitle (self->window_title, position);
  gtk_label_set_label (self->source, source);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->lesson_button), "s", review->lesson);
  g_signal_connect_object (view, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->question_bin, view);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "question");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (view);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbReviewView *self = WB_REVIEW_VIEW (widget);

  if (self->reviews == NULL || self->current >= self->reviews->len)
    return;
  self->current++;
  if (self->current < self->reviews->len)
    show_question (self);
  else
    show_summary (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = wb_review_list_finish (result, &error);
  WbReviewView *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = WB_REVIEW_VIEW (user_data);
  if (reviews == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Questions Could Not Be Read"), error);
      return;
    }

  self->reviews = g_steal_pointer (&reviews);
  self->n_due = self->reviews->len;
  if (self->n_due > 0)
    show_question (self);
  else
    show_summary (self);
}

static void
wb_review_view_dispose (GObject *object)
{
  WbReviewView *self = WB_REVIEW_VIEW (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (wb_review_view_parent_class)->dispose (object);
}

static void
wb_review_view_finalize (GObject *object)
{
  WbReviewView *self = WB_REVIEW_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_review_view_parent_class)->finalize (object);
}

static void
wb_review_view_class_init (WbReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_review_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_review_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, window_title);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, source);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, question_bin);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, lesson_button);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, next_button);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, summary);
  gtk_widget_class_bind_template_child (widget_class, WbReviewView, back_button);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "review.next", NULL);
}

static void
wb_review_view_init (WbReviewView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_review_view_new (WbServices *services)
{
  WbReviewView *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);

  self = g_object_new (WB_TYPE_REVIEW_VIEW, NULL);
  self->services = g_object_ref (services);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next", FALSE);
  wb_review_list_async (services, g_get_real_time () / G_USEC_PER_SEC, self->cancellable, listed_cb, self);

  return GTK_WIDGET (self);
}
