/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-result-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wb-block-view.h"
#include "wb-diagnosis-report.h"
#include "wb-lever-box.h"
#include "wb-matrix-view.h"
#include "wb-page-column.h"
#include "wb-wrap-layout.h"

#define MATRIX_WIDTH 640
#define SIDE_WIDTH 372
#define MAX_LEVERS 5

struct _WbResultView
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkDropDown *chooser;
  WbBlockView *changes;

  /* Owned */
  WbServices *services;
  WbAssessment *assessment;
  WbAssessment *earlier; /* (nullable) */
  GPtrArray *barriers;
  GPtrArray *circles;
  GPtrArray *others; /* WbAssessment, without replies */
  WbDiagnosis *diagnosis;
};

G_DEFINE_FINAL_TYPE (WbResultView, wb_result_view, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 46, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = make_label (text, "section");

  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  return label;
}

static char *
describe_finding (const WbCircleFinding *finding)
{
  if (finding->turn == WB_TURN_UNKNOWN)
    return g_strdup_printf (_("%s: %u of %u links are known"), wb_turn_get_label (finding->turn), finding->n_known,
                            finding->n_links);

  /* Translators: finding, links that are felt of those known, and how certain that is with its percentage */
  return g_strdup_printf (_("%s · %u of %u known links felt · %s (%u %%)"), wb_turn_get_label (finding->turn), finding->n_felt,
                          finding->n_known, wb_certainty_get_label (finding->certainty),
                          (guint) (finding->share_known * 100 + 0.5));
}

static GtkWidget *
make_circles (WbResultView *self)
{
  GPtrArray *findings = wb_diagnosis_get_findings (self->diagnosis);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Circles of barriers"), -1);
  for (guint i = 0; i < findings->len; i++)
    {
      const WbCircleFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = g_markup_escape_text (finding->circle->title, -1);
      g_autofree char *detail = describe_finding (finding);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", detail, "activatable", TRUE,
                                     "subtitle-lines", 0, "title-lines", 0, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", finding->circle->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "diagnosis.show-circle");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

static GtkWidget *
make_lever (WbResultView        *self,
            const WbLeverAdvice *advice)
{
  const WbDiagnosisCircle *circle = advice->finding->circle;
  g_autofree char *where = g_strdup_printf (_("In the circle: %s"), circle->title);
  guint index = 0;

  g_ptr_array_find (circle->circle->levers, advice->lever, &index);

  return wb_lever_box_new (wb_services_get_library (self->services), advice->lever, advice->lever->title, where, circle->id, index);
}

static void
add_levers (WbResultView *self,
            GtkWidget    *side)
{
  GPtrArray *advice = wb_diagnosis_get_advice (self->diagnosis);

  gtk_box_append (GTK_BOX (side), make_heading (_("Where the Levers Are")));
  if (advice->len == 0)
    gtk_box_append (GTK_BOX (side), make_label (_("No circle turns or is setting in, as far as was answered."), NULL));
  for (guint i = 0; i < advice->len && i < MAX_LEVERS; i++)
    gtk_box_append (GTK_BOX (side), make_lever (self, g_ptr_array_index (advice, i)));
}

static char *
format_level (const WbScore *score)
{
  return score->level != WB_LEVEL_UNKNOWN ? g_strdup_printf ("%d · %s", score->level, wb_level_get_label (score->level))
                                          : g_strdup (wb_level_get_label (score->level));
}

static void
append_change (WbBlock       *table,
               const char    *title,
               const WbScore *before,
               const WbScore *now)
{
  g_autofree char *from = format_level (before);
  g_autofree char *to = format_level (now);
  g_autofree char *text = NULL;
  int change = 0;

  if (!wb_score_compare (before, now, &change))
    text = g_strdup (_("not comparable"));
  else if (change == 0)
    text = g_strdup (_("unchanged"));
  else
    text = g_strdup_printf (change > 0 ? _("%+d, heavier") : _("%+d, easier"), change);
  wb_block_append_row (table, title, from, to, text, NULL);
}

static WbBlock *
make_changes (WbResultView      *self,
              const WbDiagnosis *before)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  g_autofree char *then = wb_diagnosis_report_format_day (self->earlier);
  g_autofree char *today = wb_diagnosis_report_format_day (self->assessment);

  table->header_rows = 1;
  wb_block_append_row (table, _("Field"), then, today, _("Difference"), NULL);
  for (guint cause = 0; cause < WB_N_CAUSES; cause++)
    for (guint dimension = 0; dimension < WB_N_DIMENSIONS; dimension++)
      {
        g_autofree char *title = g_strdup_printf ("%s · %s", wb_cause_get_label (cause), wb_dimension_get_label (dimension));

        append_change (table, title, wb_diagnosis_get_field (before, dimension, cause),
                       wb_diagnosis_get_field (self->diagnosis, dimension, cause));
      }

  return root;
}

static void
update_changes (WbResultView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);
  g_autoptr (WbDiagnosis) before = NULL;
  g_autoptr (WbBlock) root = NULL;

  g_clear_pointer (&self->earlier, wb_assessment_unref);
  if (chosen > 0 && chosen <= self->others->len)
    self->earlier = wb_user_store_load_assessment (wb_services_get_store (self->services),
                                                   ((WbAssessment *) g_ptr_array_index (self->others, chosen - 1))->number, NULL);
  if (self->earlier != NULL)
    {
      before = wb_diagnosis_new (self->earlier, self->barriers, self->circles);
      root = make_changes (self, before);
    }
  wb_block_view_set_block (self->changes, root);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), root != NULL);
}

/* Other dates that were finished before this one was begun. */
static void
list_others (WbResultView *self)
{
  g_autoptr (GPtrArray) all = wb_user_store_list_assessments (wb_services_get_store (self->services));

  for (guint i = 0; i < all->len; i++)
    {
      WbAssessment *other = g_ptr_array_index (all, i);

      if (other->number != self->assessment->number && other->finished > 0 && other->begun <= self->assessment->begun)
        g_ptr_array_add (self->others, wb_assessment_ref (other));
    }
}

static GtkWidget *
make_comparison (WbResultView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  list_others (self);
  gtk_string_list_append (names, _("Do not compare"));
  for (guint i = 0; i < self->others->len; i++)
    {
      WbAssessment *other = g_ptr_array_index (self->others, i);
      g_autofree char *day = wb_diagnosis_report_format_day (other);
      g_autofree char *name = *other->title != '\0' ? g_strdup_printf ("%s · %s", day, other->title) : g_strdup (day);

      gtk_string_list_append (names, name);
    }
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chooser), self->others->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Compare with an earlier date"), -1);
  self->changes = WB_BLOCK_VIEW (wb_block_view_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->changes), FALSE);
  gtk_box_append (GTK_BOX (box), make_heading (_("Compared With Earlier")));
  gtk_box_append (GTK_BOX (box), make_label (self->others->len > 0
                                               ? _("Choose an earlier date to see what became easier and what heavier.")
                                               : _("There is no earlier finished date yet."), NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->changes));
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (update_changes), self, G_CONNECT_SWAPPED);

  return box;
}

static GtkWidget *
make_rules (void)
{
  GtkWidget *expander = gtk_expander_new (_("How this is calculated"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_auto (GStrv) rules = wb_diagnosis_get_rules ();

  for (guint i = 0; rules[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_label (rules[i], NULL));
  gtk_widget_set_margin_top (box, 8);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);

  return expander;
}

static void
renamed_cb (WbResultView *self,
            GtkEditable  *entry)
{
  const char *title = gtk_editable_get_text (entry);

  if (!wb_user_store_rename_assessment (wb_services_get_store (self->services), self->assessment->number, title, NULL))
    return;
  g_free (self->assessment->title);
  self->assessment->title = g_strdup (title);
}

static GtkWidget *
make_name (WbResultView *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *entry = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Occasion (your own words)"), "text", self->assessment->title,
                                   "show-apply-button", TRUE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (entry, "apply", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  return list;
}

static void
fill (WbResultView *self)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *line = wb_diagnosis_report_describe (self->assessment, self->diagnosis);

  gtk_widget_set_layout_manager (box, wb_wrap_layout_new (24));
  gtk_box_append (GTK_BOX (left), make_heading (_("What Slows Data Work Down Here?")));
  gtk_box_append (GTK_BOX (left), make_label (line, "caption"));
  gtk_box_append (GTK_BOX (left), wb_matrix_view_new (self->diagnosis));
  gtk_box_append (GTK_BOX (left), make_comparison (self));
  gtk_box_append (GTK_BOX (left), make_name (self));
  gtk_box_append (GTK_BOX (side), make_heading (_("Circles of Barriers")));
  gtk_box_append (GTK_BOX (side), make_label (_("The strongest first."), "caption"));
  gtk_box_append (GTK_BOX (side), make_circles (self));
  add_levers (self, side);
  gtk_box_append (GTK_BOX (side), make_rules ());
  gtk_box_append (GTK_BOX (box), wb_page_column_new (left, MATRIX_WIDTH));
  gtk_box_append (GTK_BOX (box), wb_page_column_new (side, SIDE_WIDTH));
}

static void
wb_result_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_result_view_parent_class)->dispose (object);
}

static void
wb_result_view_finalize (GObject *object)
{
  WbResultView *self = WB_RESULT_VIEW (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->assessment, wb_assessment_unref);
  g_clear_pointer (&self->earlier, wb_assessment_unref);
  g_clear_pointer (&self->barriers, g_ptr_array_unref);
  g_clear_pointer (&self->circles, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->diagnosis, wb_diagnosis_unref);

  G_OBJECT_CLASS (wb_result_view_parent_class)->finalize (object);
}

static void
wb_result_view_class_init (WbResultViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_result_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_result_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wb_result_view_init (WbResultView *self)
{
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_assessment_unref);
  gtk_widget_set_parent (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), GTK_WIDGET (self));
}

GtkWidget *
wb_result_view_new (WbServices   *services,
                    WbAssessment *assessment,
                    GPtrArray    *barriers,
                    GPtrArray    *circles)
{
  WbResultView *self;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (assessment != NULL && barriers != NULL && circles != NULL, NULL);

  self = g_object_new (WB_TYPE_RESULT_VIEW, NULL);
  self->services = g_object_ref (services);
  self->assessment = wb_assessment_ref (assessment);
  self->barriers = g_ptr_array_ref (barriers);
  self->circles = g_ptr_array_ref (circles);
  self->diagnosis = wb_diagnosis_new (assessment, barriers, circles);
  fill (self);

  return GTK_WIDGET (self);
}

WbDiagnosis *
wb_result_view_get_diagnosis (WbResultView *self)
{
  g_return_val_if_fail (WB_IS_RESULT_VIEW (self), NULL);

  return self->diagnosis;
}

WbAssessment *
wb_result_view_get_earlier (WbResultView *self)
{
  g_return_val_if_fail (WB_IS_RESULT_VIEW (self), NULL);

  return self->earlier;
}

void
wb_result_view_compare (WbResultView *self,
                        guint         index)
{
  g_return_if_fail (WB_IS_RESULT_VIEW (self));
  g_return_if_fail (index < self->others->len);

  gtk_drop_down_set_selected (self->chooser, index + 1);
}
