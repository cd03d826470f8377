/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-kind.h"

/* The names stand in files, on the command line and in the database: they never change. */
static void
test_names (void)
{
  static const char *const names[] = {
    "use-case", "playbook", "template", "checklist", "guide", "course", "lesson", "term", "law",
    "workshop-format", "data-model", "interface", "solution", "barrier", "circle",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == WB_N_KINDS);
  for (guint i = 0; i < WB_N_KINDS; i++)
    {
      WbKind kind = WB_N_KINDS;

      g_assert_cmpstr (wb_kind_to_string (i), ==, names[i]);
      g_assert_true (wb_kind_from_string (names[i], &kind));
      g_assert_cmpint (kind, ==, i);
    }
}

static void
test_unknown (void)
{
  static const char *const unknown[] = { NULL, "", "Use-Case", "use_case", "use-case ", "usecase" };
  WbKind kind = WB_KIND_LAW;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (wb_kind_from_string (unknown[i], &kind));

  g_assert_cmpint (kind, ==, WB_KIND_LAW);
}

static void
test_labels (void)
{
  for (guint i = 0; i < WB_N_KINDS; i++)
    {
      g_assert_cmpuint (strlen (wb_kind_get_label (i)), >, 0);
      g_assert_cmpuint (strlen (wb_kind_get_plural (i)), >, 0);
    }

  g_assert_cmpstr (wb_kind_get_label (WB_KIND_USE_CASE), ==, "Use case");
  g_assert_cmpstr (wb_kind_get_plural (WB_KIND_USE_CASE), ==, "Use cases");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/names", test_names);
  g_test_add_func ("/kind/unknown", test_unknown);
  g_test_add_func ("/kind/labels", test_labels);

  return g_test_run ();
}
