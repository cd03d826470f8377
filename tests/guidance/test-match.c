/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-match.h"

static WbItem *
make_item (const char *state,
           const char *size,
           const char *effort)
{
  WbItem *item = wb_item_new (WB_KIND_USE_CASE, "case", "Case");

  if (state != NULL)
    wb_item_add_facet (item, "state", state);
  if (size != NULL)
    wb_item_add_facet (item, "size", size);
  if (effort != NULL)
    wb_item_add_facet (item, "effort", effort);

  return item;
}

/* A town of Lower Saxony of the given size; a county where @key says so. */
static WbMunicipality *
make_town (const char *key,
           guint       population)
{
  return wb_municipality_new (key, "Town", "Stadt", NULL, NULL, "Niedersachsen", NULL, population);
}

static void
test_score (void)
{
  static const struct
  {
    const char *state;
    const char *size;
    const char *effort;
    const char *key;
    guint population;
    int score;
  } cases[] = {
    { NULL, NULL, NULL, "03159016", 30000, 0 },
    { "NI", NULL, NULL, "03159016", 30000, 3 },
    { "BY", NULL, NULL, "03159016", 30000, 0 },
    { NULL, "mittel", NULL, "03159016", 30000, 3 },
    { NULL, "klein", NULL, "03159016", 30000, 1 },
    { NULL, "gross", NULL, "03159016", 30000, 1 },
    { NULL, "kreis", NULL, "03159016", 30000, 0 },
    { NULL, "gross", NULL, "03159016", 5000, 0 },
    { NULL, "klein", NULL, "03159016", 200000, 0 },
    { NULL, "kreis", NULL, "03159016", 200000, 0 },
    { NULL, "mittel", NULL, "03159016", 200000, 1 },
    { NULL, "kreis", NULL, "03159", 300000, 3 },
    { NULL, "gross", NULL, "03159", 300000, 0 },
    { NULL, NULL, "gering", "03159016", 30000, 1 },
    { NULL, NULL, "hoch", "03159016", 30000, 0 },
    { "NI", "mittel", "gering", "03159016", 30000, 7 },
    { "NI", "klein", "gering", "03159016", 30000, 5 },
    { "NI", "mittel", NULL, "x", 30000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WbItem) item = make_item (cases[i].state, cases[i].size, cases[i].effort);
      g_autoptr (WbMunicipality) town = make_town (cases[i].key, cases[i].population);

      g_assert_cmpint (wb_match_item (item, town).score, ==, cases[i].score);
    }
}

static void
test_parts (void)
{
  g_autoptr (WbItem) item = make_item ("NI", "mittel", "gering");
  g_autoptr (WbMunicipality) town = make_town ("03159016", 30000);
  WbMatch match = wb_match_item (item, town);

  g_assert_true (match.same_state);
  g_assert_true (match.same_size);
  g_assert_true (match.low_effort);
}

/* The weights are what the score is made of, so that a list sorted by them agrees with what is said of each entry. */
static void
test_weights (void)
{
  g_autoptr (WbMunicipality) town = make_town ("03159016", 30000);
  g_autoptr (WbMunicipality) county = make_town ("03159", 300000);
  g_autoptr (WbMunicipality) foreign = make_town ("x", 5000);
  g_autoptr (GArray) weights = wb_match_list_weights (town);
  g_autoptr (GArray) of_county = wb_match_list_weights (county);
  g_autoptr (GArray) of_foreign = wb_match_list_weights (foreign);
  const WbMatchWeight *first = &g_array_index (weights, WbMatchWeight, 0);

  /* Land, own size, two neighbours, effort. */
  g_assert_cmpuint (weights->len, ==, 5);
  g_assert_cmpstr (first->facet, ==, "state");
  g_assert_cmpstr (first->value, ==, "NI");
  g_assert_cmpint (first->weight, ==, 3);
  g_assert_cmpuint (of_county->len, ==, 3);
  g_assert_cmpuint (of_foreign->len, ==, 3);
}

static void
assert_reason (const char *state,
               const char *size,
               const char *effort,
               const char *expected)
{
  g_autoptr (WbItem) item = make_item (state, size, effort);
  g_autoptr (WbMunicipality) town = make_town ("03159016", 30000);
  WbMatch match = wb_match_item (item, town);
  g_autofree char *reason = wb_match_get_reason (&match, item, town);

  if (expected == NULL)
    g_assert_null (reason);
  else
    g_assert_nonnull (g_strstr_len (reason, -1, expected));
}

static void
test_reason (void)
{
  assert_reason (NULL, NULL, NULL, NULL);
  assert_reason (NULL, NULL, "gering", NULL);
  assert_reason (NULL, "klein", NULL, NULL);
  assert_reason ("NI", NULL, NULL, "From your Land:");
  assert_reason ("NI", NULL, NULL, "Niedersachsen");
  assert_reason (NULL, "mittel", NULL, "First used by a municipality of your size");
  assert_reason (NULL, "mittel", "gering", "Little effort");
  assert_reason ("NI", "mittel", NULL, "as large as you");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/match/score", test_score);
  g_test_add_func ("/match/parts", test_parts);
  g_test_add_func ("/match/weights", test_weights);
  g_test_add_func ("/match/reason", test_reason);

  return g_test_run ();
}
