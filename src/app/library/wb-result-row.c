/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-result-row.h"

#include "wb-chip.h"
#include "wb-highlight.h"
#include "wb-review-date.h"
#include "wb-wrap-layout.h"

struct _WbResultRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *caption;
  GtkLabel *title;
  GtkLabel *snippet;
  GtkWidget *chips;
  WbChip *evidence;
  WbChip *size;
  WbChip *due;

  /* Owned */
  WbHit *hit; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbResultRow, wb_result_row, GTK_TYPE_WIDGET)

static void
wb_result_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WB_TYPE_RESULT_ROW);
  g_clear_object (&WB_RESULT_ROW (object)->hit);

  G_OBJECT_CLASS (wb_result_row_parent_class)->dispose (object);
}

static void
wb_result_row_class_init (WbResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_result_row_dispose;

  g_type_ensure (WB_TYPE_CHIP);
  g_type_ensure (WB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-result-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, caption);
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, title);
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, chips);
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, size);
  gtk_widget_class_bind_template_child (widget_class, WbResultRow, due);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "result-row");
}

/* With Ctrl a click chooses the entry for comparing and leaves the selection alone. */
static void
pressed_cb (WbResultRow     *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_CONTROL_MASK) == 0 || self->hit == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "library.toggle-compare", "(ss)", wb_hit_get_id (self->hit),
                              wb_hit_get_title (self->hit));
}

static void
wb_result_row_init (WbResultRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
wb_result_row_new (void)
{
  return g_object_new (WB_TYPE_RESULT_ROW, NULL);
}

/* The label of a facet's value; NULL where the entry has none. */
static const char *
facet_label (WbHit        *hit,
             WbVocabulary *vocabulary,
             const char   *facet)
{
  const char *value = wb_hit_get_facet (hit, facet);

  return value != NULL ? wb_vocabulary_get_value_label (vocabulary, facet, value) : NULL;
}

/* All of the row in one sentence: the parts alone would be read without any connection. */
static char *
describe (WbHit        *hit,
          WbVocabulary *vocabulary,
          const char   *due)
{
  static const char *const facets[] = { "evidence", "size" };
  GString *text = g_string_new (wb_kind_get_label (wb_hit_get_kind (hit)));
  const char *domain = facet_label (hit, vocabulary, "domain");

  if (domain != NULL)
    g_string_append_printf (text, ", %s", domain);
  g_string_append_printf (text, ", %s", wb_hit_get_title (hit));
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    if (facet_label (hit, vocabulary, facets[i]) != NULL)
      g_string_append_printf (text, ", %s", facet_label (hit, vocabulary, facets[i]));
  if (due != NULL)
    g_string_append_printf (text, ", %s", due);

  return g_string_free (text, FALSE);
}

/* The focus is on the list's own widget around the row, which takes no name of its own on GTK 4.8. */
static void
set_name (WbResultRow *self,
          const char  *name)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
clear (WbResultRow *self)
{
  gtk_label_set_text (self->caption, "");
  gtk_label_set_text (self->title, "");
  gtk_label_set_text (self->snippet, "");
  wb_chip_set_label (self->evidence, NULL);
  wb_chip_set_label (self->size, NULL);
  wb_chip_set_label (self->due, NULL);
}

void
wb_result_row_set_hit (WbResultRow  *self,
                       WbHit        *hit,
                       WbVocabulary *vocabulary,
                       const char   *today)
{
  const char *kind;
  const char *domain;
  g_autofree char *caption = NULL;
  g_autofree char *name = NULL;
  g_autofree char *due = NULL;

  g_return_if_fail (WB_IS_RESULT_ROW (self));
  g_return_if_fail (hit == NULL || WB_IS_HIT (hit));

  g_set_object (&self->hit, hit);
  if (hit == NULL)
    {
      clear (self);
      return;
    }

  kind = wb_kind_get_label (wb_hit_get_kind (hit));
  domain = facet_label (hit, vocabulary, "domain");
  caption = domain != NULL ? g_strdup_printf ("%s · %s", kind, domain) : g_strdup (kind);
  gtk_label_set_text (self->caption, caption);

  gtk_label_set_text (self->title, wb_hit_get_title (hit));
  wb_highlight_apply (self->title, wb_hit_get_title_marks (hit), 0);

  gtk_label_set_text (self->snippet, wb_hit_get_snippet (hit));
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), *wb_hit_get_snippet (hit) != '\0');
  wb_highlight_apply (self->snippet, wb_hit_get_snippet_marks (hit), 0);

  wb_chip_set_evidence (self->evidence, vocabulary, wb_hit_get_facet (hit, "evidence"));
  wb_chip_set_label (self->size, facet_label (hit, vocabulary, "size"));

  if (wb_review_date_is_due (wb_hit_get_review_by (hit), today))
    due = wb_review_date_describe (wb_hit_get_review_by (hit));
  wb_chip_set_label (self->due, due);

  name = describe (hit, vocabulary, due);
  set_name (self, name);
}
