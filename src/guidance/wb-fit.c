/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is needed on the way. */
typedef struct
{
  WbItem *item;
  WbMunicipality *town;
  WbVocabulary *vocabulary;
  WbSizeClass size;
  const char *name;

  /* Owned */
  GPtrArray *reasons;
} Fit;

/* Areas whose tasks lie with the counties for the greater part, and those that lie with the municipalities. */
static const char *const county_domains[] = { "soziales", "gesundheit", NULL };
static const char *const local_domains[] = { "bildung-kita", "bauen-planen", NULL };

void
wb_fit_reason_free (WbFitReason *reason)
{
  if (reason == NULL)
    return;

  g_free (reason->text);
  g_free (reason);
}

/* Takes @text. */
static void
add_reason (Fit      *fit,
            gboolean  against,
            char     *text)
{
  WbFitReason *reason = g_new0 (WbFitReason, 1);

  reason->against = against;
  reason->text = text;
  g_ptr_array_add (fit->reasons, reason);
}

/* The labels of the entry's values of @facet, joined by commas; of those in @only, where given. NULL when there is none. */
static char *
join_labels (Fit               *fit,
             const char        *facet,
             const char *const *only)
{
  GPtrArray *values = wb_item_get_facets (fit->item);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (values, i);

      if (g_str_equal (value->facet, facet) && (only == NULL || g_strv_contains (only, value->value)))
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                                wb_vocabulary_get_value_label (fit->vocabulary, facet, value->value));
    }

  return labels->len > 0 ? g_string_free (g_steal_pointer (&labels), FALSE) : NULL;
}

static gboolean
has_size (Fit *fit,
          int  size)
{
  return size >= WB_SIZE_SMALL && size <= WB_SIZE_REGION
         && wb_item_has_facet (fit->item, "size", wb_size_class_to_string (size));
}

/* "12,345 inhabitants" */
static char *
describe_population (Fit *fit)
{
  const guint population = wb_municipality_get_population (fit->town);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u inhabitant", "%'u inhabitants", population), population);
}

/* Size says nothing about counties: one is like the other. */
static void
explain_size (Fit *fit)
{
  g_autofree char *labels = join_labels (fit, "size", NULL);
  g_autofree char *population = describe_population (fit);

  if (labels == NULL || fit->size == WB_SIZE_REGION)
    return;

  if (has_size (fit, fit->size))
    /* Translators: name of the town, "12,345 inhabitants", name of a size class */
    add_reason (fit, FALSE, g_strdup_printf (_("%s with %s is as large as where it was first used (%s)."),
                                             fit->name, population, labels));
  else if (has_size (fit, (int) fit->size - 1) || (fit->size < WB_SIZE_LARGE && has_size (fit, fit->size + 1)))
    add_reason (fit, FALSE, g_strdup_printf (_("%s with %s is only one size class away from where it was first used (%s)."),
                                             fit->name, population, labels));
  else if (has_size (fit, WB_SIZE_SMALL) || has_size (fit, WB_SIZE_MEDIUM) || has_size (fit, WB_SIZE_LARGE))
    add_reason (fit, TRUE, g_strdup_printf (_("%s with %s is of quite another size than where it was first used (%s)."),
                                            fit->name, population, labels));
}

static gboolean
is_county_free (WbMunicipality *town)
{
  const char *kind = wb_municipality_get_kind (town);

  return g_str_equal (kind, "Kreisfreie Stadt") || g_str_equal (kind, "Stadtkreis");
}

static gboolean
is_association (Fit *fit)
{
  return strlen (wb_municipality_get_key (fit->town)) > 8;
}

/* Not every municipality that belongs to an association has an administration of its own. */
static void
explain_association (Fit *fit)
{
  const char *association = wb_municipality_get_association (fit->town);

  if (is_association (fit))
    add_reason (fit, FALSE, g_strdup_printf (_("%s works for several municipalities: what is set up once can serve all of them."),
                                             fit->name));
  else if (*association != '\0' && !is_county_free (fit->town)
           && !g_str_equal (association, wb_municipality_get_name (fit->town))
           && !g_str_equal (association, wb_municipality_get_district (fit->town)))
    /* Translators: name of the town, name of the association it belongs to */
    add_reason (fit, TRUE, g_strdup_printf (_("%s belongs to %s; clarify early which of the two would run it."),
                                            fit->name, association));
}

static void
explain_kind (Fit *fit)
{
  const char *district = wb_municipality_get_district (fit->town);

  if (fit->size == WB_SIZE_REGION && has_size (fit, WB_SIZE_REGION))
    add_reason (fit, FALSE, g_strdup (_("It was first used by a county or region, as you are.")));
  else if (fit->size == WB_SIZE_REGION && wb_item_get_facet (fit->item, "size") != NULL)
    add_reason (fit, TRUE, g_strdup (_("It was first used by a single municipality, not by a county or region.")));
  else if (has_size (fit, WB_SIZE_REGION) && !has_size (fit, fit->size) && !is_county_free (fit->town) && *district != '\0')
    /* Translators: name of a county */
    add_reason (fit, TRUE, g_strdup_printf (_("It was first used by a county or region; ask whether %s takes part."), district));
  else if (has_size (fit, WB_SIZE_REGION) && !has_size (fit, fit->size))
    add_reason (fit, TRUE, g_strdup (_("It was first used by a county or region.")));
  if (wb_item_get_facet (fit->item, "size") != NULL)
    explain_association (fit);
}

static void
explain_state (Fit *fit)
{
  const char *code = wb_municipality_get_state_code (fit->town);
  const char *state = wb_municipality_get_state (fit->town);
  g_autofree char *labels = join_labels (fit, "state", NULL);

  if (labels == NULL || code == NULL)
    return;
  if (wb_item_has_facet (fit->item, "state", code))
    add_reason (fit, FALSE, g_strdup_printf (_("It comes from your Land, %s: the same law of the Land applies."), state));
  else
    /* Translators: where it comes from, the town's own Land */
    add_reason (fit, TRUE, g_strdup_printf (_("It comes from elsewhere (%s): check what the law of %s says."), labels, state));
}

static void
explain_task (Fit *fit)
{
  const char *district = wb_municipality_get_district (fit->town);
  const gboolean county_free = is_county_free (fit->town);
  g_autofree char *county_tasks = join_labels (fit, "domain", county_domains);
  g_autofree char *local_tasks = join_labels (fit, "domain", local_domains);
  const gboolean county = strlen (wb_municipality_get_key (fit->town)) == 5;

  if (county_tasks != NULL && (county || county_free))
    /* Translators: an area of tasks such as "Social affairs" */
    add_reason (fit, FALSE, g_strdup_printf (_("%s is for the greater part a task of counties and county-free towns, hence yours."),
                                             county_tasks));
  else if (county_tasks != NULL && *district != '\0')
    /* Translators: an area of tasks such as "Social affairs", the name of a county */
    add_reason (fit, TRUE, g_strdup_printf (_("%s is for the greater part a task of the counties: clarify with %s who is responsible."),
                                            county_tasks, district));
  if (local_tasks != NULL && county)
    add_reason (fit, TRUE, g_strdup_printf (_("%s is for the greater part a task of the municipalities: it can only be offered to them."),
                                            local_tasks));
  else if (local_tasks != NULL)
    add_reason (fit, FALSE, g_strdup_printf (_("%s is for the greater part a task of municipalities, hence yours."), local_tasks));
}

static void
explain_effort (Fit *fit)
{
  if (wb_item_has_facet (fit->item, "effort", "gering"))
    add_reason (fit, FALSE, g_strdup (_("It takes little effort.")));
  else if (wb_item_has_facet (fit->item, "effort", "hoch") && fit->size == WB_SIZE_SMALL)
    add_reason (fit, TRUE, g_strdup (_("It takes great effort: for a small administration hardly without partners.")));
}

/* What speaks for it first; otherwise the order stays. */
static GPtrArray *
sort_reasons (GPtrArray *reasons)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_fit_reason_free);

  for (int against = 0; against <= 1; against++)
    for (guint i = 0; i < reasons->len; i++)
      {
        WbFitReason *reason = g_ptr_array_index (reasons, i);

        if (reason->against == against)
          g_ptr_array_add (sorted, reason);
      }

  return sorted;
}

GPtrArray *
wb_fit_explain (WbItem         *item,
                WbMunicipality *town,
                WbVocabulary   *vocabulary)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  Fit fit = { item, town, vocabulary };

  g_return_val_if_fail (WB_IS_ITEM (item), NULL);
  g_return_val_if_fail (WB_IS_MUNICIPALITY (town), NULL);
  g_return_val_if_fail (WB_IS_VOCABULARY (vocabulary), NULL);

  fit.reasons = reasons;
  fit.size = wb_municipality_get_size_class (town);
  fit.name = wb_municipality_get_short_name (town);
  explain_size (&fit);
  explain_kind (&fit);
  explain_state (&fit);
  explain_task (&fit);
  explain_effort (&fit);

  return sort_reasons (reasons);
}
