/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-step-page.h"

#include <glib/gi18n-lib.h>

#include "wb-block-view.h"
#include "wb-document-row.h"
#include "wb-document-shelf.h"
#include "wb-focus-pass.h"
#include "wb-focus.h"
#include "wb-markdown.h"
#include "wb-progress.h"
#include "wb-rename-offer.h"
#include "wb-talk-ahead.h"

/* How many frames a question that is looked for is put in its place: the page may be laid out only with the first or second. */
#define FRAMES 3

struct _WbStepPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *place;
  GtkWidget *why_box;
  WbBlockView *why;
  AdwBin *offer_bin;
  GtkWidget *skipped_box;
  GtkLabel *skipped;
  WbForm *form;
  GtkWidget *documents_box;
  GtkListBox *documents;
  GtkButton *back_button;
  GtkButton *next_button;

  /* Owned */
  WbFormContext *context;
  WbProjectFile *file; /* (nullable) with @deck */
  char *deck;          /* (nullable) the first one among the documents of the step */

  /* Borrowed from the context's guide */
  const WbStep *step;

  /* State */
  guint offer_id;    /* until the next offer is shown */
  GtkWidget *wanted; /* (nullable) weak: the question that is to be seen */
  guint tick;        /* 0 while nothing is wanted */
  guint n_frames;
};

enum
{
  USE_DOCUMENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbStepPage, wb_step_page, GTK_TYPE_WIDGET)

static void
use_cb (WbStepPage *self,
        const char *name,
        int         use)
{
  wb_form_flush (self->form);
  g_signal_emit (self, signals[USE_DOCUMENT], 0, name, use);
}

/* "Umsetzen · Step 3 of 7 · about 20 minutes". */
static char *
describe_place (WbGuide      *guide,
                const WbStep *step)
{
  const WbPhase *phase = wb_guide_get_phase (guide, step);
  g_autoptr (GString) text = g_string_new (phase->title);
  guint position = 0;

  g_ptr_array_find (phase->steps, step, &position);
  g_string_append (text, " · ");
  g_string_append_printf (text, _("Step %u of %u"), position + 1, phase->steps->len);
  if (step->minutes > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("about %u minute", "about %u minutes", step->minutes),
                              step->minutes);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_why (WbStepPage *self)
{
  gboolean any = *self->step->why != '\0';

  gtk_widget_set_visible (self->why_box, any);
  if (any)
    {
      g_autoptr (WbBlock) block = wb_markdown_parse (self->step->why, FALSE);

      wb_block_view_set_block (self->why, block);
    }
}

static const WbOffer *
find_offer (GPtrArray  *offers,
            const char *name)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->name, name))
        return offer;
    }

  return NULL;
}

static WbDocument *
make_talk (GtkWidget *widget)
{
  WbStepPage *self = WB_STEP_PAGE (widget);

  return wb_document_shelf_build_project (wb_form_context_get_library (self->context), self->file,
                                          wb_form_context_get_guide (self->context), self->deck, NULL);
}

/* @name is nullable. */
static void
offer_talk (WbStepPage    *self,
            WbProjectFile *file,
            const char    *name)
{
  g_clear_object (&self->file);
  self->file = name != NULL ? g_object_ref (file) : NULL;
  g_free (self->deck);
  self->deck = g_strdup (name);
  wb_talk_ahead_offer (GTK_WIDGET (self), name != NULL ? make_talk : NULL);
}

static void
show_documents (WbStepPage    *self,
                WbProjectFile *file)
{
  WbGuide *guide = wb_form_context_get_guide (self->context);
  WbLibrary *library = wb_form_context_get_library (self->context);
  g_autoptr (GPtrArray) offers = NULL;
  const char *deck = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->documents))) != NULL)
    gtk_list_box_remove (self->documents, child);
  if (self->step->documents->len > 0 && library != NULL)
    offers = wb_document_shelf_list_project (file, guide, NULL);
  if (offers != NULL)
    wb_document_shelf_look_up_formats (library, guide, offers);

  for (guint i = 0; offers != NULL && i < self->step->documents->len; i++)
    {
      const WbOffer *offer = find_offer (offers, g_ptr_array_index (self->step->documents, i));
      g_autofree char *edits = NULL;
      GtkWidget *row;

      if (offer == NULL)
        continue;
      if (deck == NULL && offer->format == WB_DOCUMENT_DECK)
        deck = offer->name;
      edits = wb_project_documents_describe_edits (library, file, guide, offer->name);
      row = wb_document_row_new (offer, NULL, edits,
                                 wb_project_documents_find_question (library, guide, wb_form_context_get_answers (self->context), offer->name)
                                   != NULL);
      g_signal_connect_object (row, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->documents, row);
    }
  gtk_widget_set_visible (self->documents_box,
                          gtk_widget_get_first_child (GTK_WIDGET (self->documents)) != NULL);
  offer_talk (self, file, deck);
}

/* What depends on the answers. */
static void
update (WbStepPage *self)
{
  WbGuide *guide = wb_form_context_get_guide (self->context);
  WbAnswers *answers = wb_form_context_get_answers (self->context);
  gboolean applies = wb_step_applies (self->step, guide, answers);
  gboolean last = wb_guide_step_after (guide, answers, self->step) == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->form), applies && self->step->fields->len > 0);
  gtk_widget_set_visible (self->skipped_box, !applies);
  gtk_label_set_text (self->skipped, self->step->unless != NULL ? self->step->unless
                                                                : _("This step does not apply."));
  gtk_button_set_label (self->next_button, last ? _("All documents…") : _("Next step"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_button),
                                  last ? "project.documents" : "project.next-step");
  wb_talk_ahead_refresh (GTK_WIDGET (self));
}

static gboolean
wb_step_page_grab_focus (GtkWidget *widget)
{
  WbStepPage *self = WB_STEP_PAGE (widget);

  if (wb_focus_first (GTK_WIDGET (self->form)))
    return TRUE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* As far up as a sixth of the page, so that what it belongs to is seen as well as what it says. */
static void
place_wanted (WbStepPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (self->wanted, GTK_WIDGET (self->scroller), &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y
                                            - gtk_adjustment_get_page_size (adjustment) / 6);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  WbStepPage *self = WB_STEP_PAGE (widget);

  if (self->wanted != NULL)
    place_wanted (self);
  if (self->wanted != NULL && ++self->n_frames < FRAMES)
    return G_SOURCE_CONTINUE;
  g_clear_weak_pointer (&self->wanted);
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_showing (WbStepPage *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_weak_pointer (&self->wanted);
}

static void
wb_step_page_dispose (GObject *object)
{
  WbStepPage *self = WB_STEP_PAGE (object);

  stop_showing (self);
  g_clear_handle_id (&self->offer_id, g_source_remove);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_func (wb_form_context_get_answers (self->context), update, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_STEP_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->file);
  g_clear_pointer (&self->deck, g_free);

  G_OBJECT_CLASS (wb_step_page_parent_class)->dispose (object);
}

static void
wb_step_page_class_init (WbStepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_step_page_dispose;
  widget_class->grab_focus = wb_step_page_grab_focus;
  widget_class->focus = wb_focus_pass;

  signals[USE_DOCUMENT] =
    g_signal_new ("use-document", WB_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  g_type_ensure (WB_TYPE_BLOCK_VIEW);
  g_type_ensure (WB_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, box);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, title);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, place);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, why_box);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, why);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, skipped_box);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, offer_bin);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, skipped);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, form);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, documents_box);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, documents);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, WbStepPage, next_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wb_step_page_init (WbStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Of its natural height, so that a long answer is seen whole and not through a slit. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (self->scroller)), GTK_SCROLL_NATURAL);
}

static void offer_decided_cb (WbStepPage *self);

/* The offer for the latest who was renamed on another step, and has not been asked about in time; a renaming that concerns no other place
 * is forgotten. On their own step the question stands beside the name. (nullable) */
static GtkWidget *
make_offer (WbStepPage *self)
{
  const WbRenaming *renaming;
  GtkWidget *offer = NULL;

  while (offer == NULL && (renaming = wb_form_context_find_renaming (self->context, NULL)) != NULL
         && wb_form_get_row (self->form, renaming->field) == NULL)
    {
      offer = wb_rename_offer_new (self->context, renaming->field, renaming->before, renaming->after, NULL);
      if (offer == NULL)
        {
          g_autofree char *field = g_strdup (renaming->field);
          g_autofree char *after = g_strdup (renaming->after);

          wb_form_context_forget_renaming (self->context, field, after);
        }
    }

  return offer;
}

static void
show_offer (WbStepPage *self)
{
  GtkWidget *offer = make_offer (self);

  adw_bin_set_child (self->offer_bin, offer);
  /* Without the question, not even a gap. */
  gtk_widget_set_visible (GTK_WIDGET (self->offer_bin), offer != NULL);
  if (offer == NULL)
    return;
  g_object_bind_property (offer, "visible", self->offer_bin, "visible", G_BINDING_DEFAULT);
  g_signal_connect_object (offer, "notify::visible", G_CALLBACK (offer_decided_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
next_offer_cb (gpointer data)
{
  WbStepPage *self = data;

  self->offer_id = 0;
  show_offer (self);

  return G_SOURCE_REMOVE;
}

/* The offer hides before it is done with the renaming. */
static void
offer_decided_cb (WbStepPage *self)
{
  if (self->offer_id == 0)
    self->offer_id = g_idle_add (next_offer_cb, self);
}

void
wb_step_page_set_step (WbStepPage    *self,
                       WbFormContext *context,
                       WbProjectFile *file,
                       const WbStep  *step)
{
  g_autofree char *place = NULL;

  g_return_if_fail (WB_IS_STEP_PAGE (self));
  g_return_if_fail (WB_IS_FORM_CONTEXT (context));
  g_return_if_fail (step != NULL);

  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      g_signal_connect_object (wb_form_context_get_answers (context), "changed",
                               G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  wb_form_flush (self->form);
  stop_showing (self);
  self->step = step;
  place = describe_place (wb_form_context_get_guide (context), step);
  gtk_label_set_text (self->title, step->title);
  gtk_label_set_text (self->place, place);
  show_why (self);
  wb_form_set_step (self->form, context, step);
  show_offer (self);
  show_documents (self, file);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
wb_step_page_flush (WbStepPage *self)
{
  g_return_if_fail (WB_IS_STEP_PAGE (self));

  wb_form_flush (self->form);
}

gboolean
wb_step_page_show_field (WbStepPage *self,
                         const char *id)
{
  WbFieldRow *row;

  g_return_val_if_fail (WB_IS_STEP_PAGE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  row = wb_form_get_row (self->form, id);
  if (row == NULL || !wb_focus_first (GTK_WIDGET (row)))
    return FALSE;
  stop_showing (self);
  g_set_weak_pointer (&self->wanted, GTK_WIDGET (row));
  self->n_frames = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);

  return TRUE;
}

WbForm *
wb_step_page_get_form (WbStepPage *self)
{
  g_return_val_if_fail (WB_IS_STEP_PAGE (self), NULL);

  return self->form;
}
