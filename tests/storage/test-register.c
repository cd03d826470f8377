/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-error.h"
#include "wb-register.h"
#include "wb-test-library.h"

static WbRegister *towns;

static guint
count (const char *text,
       gboolean    municipalities)
{
  g_autoptr (GListModel) found = wb_register_search (towns, text, municipalities, 0);

  return g_list_model_get_n_items (found);
}

static void
test_counts (void)
{
  g_autoptr (GListModel) limited = wb_register_search (towns, "neu", TRUE, 7);
  guint n_municipalities = 0;
  guint n_others = 0;

  g_assert_cmpuint (wb_register_get_n_items (towns), ==, 10751 + 1497);
  g_assert_cmpuint (g_list_model_get_n_items (limited), ==, 7);
  /* Every record is found by a digit its key begins with. */
  for (char digit = '0'; digit <= '1'; digit++)
    {
      const char text[] = { digit, '\0' };
      g_autoptr (GListModel) found = wb_register_search (towns, text, TRUE, 0);
      g_autoptr (GListModel) others = wb_register_search (towns, text, FALSE, 0);

      for (guint i = 0; i < g_list_model_get_n_items (found); i++)
        {
          g_autoptr (WbMunicipality) town = g_list_model_get_item (found, i);

          n_municipalities += wb_municipality_get_key (town)[0] == digit ? 1 : 0;
        }
      n_others += g_list_model_get_n_items (others);
    }
  g_assert_cmpuint (n_municipalities, ==, 10751);
  g_assert_cmpuint (n_others, ==, 1497);
}

static void
test_get (void)
{
  WbMunicipality *town = wb_register_get (towns, "01001000");

  g_assert_cmpstr (wb_municipality_get_name (town), ==, "Flensburg, Stadt");
  g_assert_cmpuint (wb_municipality_get_population (town), ==, 96326);
  g_assert_cmpstr (wb_municipality_get_postcode (town), ==, "24937");
  g_assert_true (wb_municipality_is_municipality (town));
  g_assert_cmpstr (wb_municipality_get_kind (wb_register_get (towns, "01051")), ==, "Kreis");
  g_assert_cmpstr (wb_municipality_get_district (wb_register_get (towns, "010515163")), ==, "Dithmarschen");
  g_assert_null (wb_register_get (towns, "1001000"));
}

static const struct
{
  const char *text;
  gboolean municipalities;
  const char *key; /* of the first one found */
} queries[] = {
  { "St. Peter Ording", TRUE, "01054113" },
  { "st.peter-ording", TRUE, "01054113" },
  { "Sankt Peter Ording", TRUE, "01054113" },
  { "Muenchen", TRUE, "09162000" },
  { "münchen", TRUE, "09162000" },
  { "Munchen", TRUE, "09162000" },
  { "MÜNCHEN", TRUE, "09162000" },
  { "Neuenkirchen Osnabrück", TRUE, "03459027" },
  { "osnabruck neuenkirchen", TRUE, "03459027" },
  { "Neuenkirchen Landkreis Osnabrück", TRUE, "03459027" },
  { "Neuenkirchen", TRUE, "05566060" },
  { "Neuenkirchen Niedersachsen 27251", TRUE, "03251028" },
  { "Güstrow Land", FALSE, "130725255" },
  { "guestrow-land", FALSE, "130725255" },
  { "19230", TRUE, "13076060" },
  { "19230 Hagenow", TRUE, "13076060" },
  { "Frankfurt a. M.", TRUE, "06412000" },
  { "Frankfurt a.M.", TRUE, "06412000" },
  { "Frankfurt am Main", TRUE, "06412000" },
  { "frankfurt oder", TRUE, "12053000" },
  { "bad homburg", TRUE, "06434001" },
  { "Bad Homburg vor der Höhe", TRUE, "06434001" },
  { "homburg", TRUE, "10045114" },
  { "Hannoversch Münden", TRUE, "03159017" },
  { "Essen", TRUE, "05113000" },
  { "Landkreis Kassel", FALSE, "06633" },
  { "Kassel", TRUE, "06611000" },
  { "13076060", TRUE, "13076060" },
  { "  hagen   ", TRUE, "05914000" },
  /* Names that occur several times, with the county in whatever way it is written. */
  { "Neuenkirchen, Kreis Steinfurt", TRUE, "05566060" },
  { "Neuenkirchen Dithmarschen", TRUE, "01051075" },
  { "Neuenkirchen (Heidekreis)", TRUE, "03358017" },
  { "Oldenburg", TRUE, "03403000" },
  { "Oldenburg Holstein", TRUE, "01055033" },
  /* Kinds and honorary titles. */
  { "Hansestadt Rostock", TRUE, "13003000" },
  { "Lutherstadt Wittenberg", TRUE, "15091375" },
  { "Landeshauptstadt München", TRUE, "09162000" },
  { "Stadt Hagenow", TRUE, "13076060" },
  { "Gemeinde Hoort", TRUE, "13076064" },
  { "D-19230 Hagenow", TRUE, "13076060" },
  /* Little words, slashes and abbreviations. */
  { "Halle an der Saale", TRUE, "15002000" },
  { "Halle/Saale", TRUE, "15002000" },
  { "Frankfurt an der Oder", TRUE, "12053000" },
  { "Mülheim a.d. Ruhr", TRUE, "05117000" },
  { "Rothenburg o.d.T.", TRUE, "09571193" },
  { "Weiden i.d.Opf.", TRUE, "09363000" },
  { "Freiburg i. Br.", TRUE, "08311000" },
  { "Thalheim Erzgebirge", TRUE, "14521620" },
  { "Kernen i.R.", TRUE, "08119093" },
  { "St Wendel", TRUE, "10046117" },
  { "schwaebisch gmuend", TRUE, "08136065" },
  { "Budysin", TRUE, "14625020" },
  /* Counties and associations, wherever one looks. */
  { "Güstrow Land", TRUE, "130725255" },
  { "Amt Güstrow-Land", TRUE, "130725255" },
  { "guestrow land", TRUE, "130725255" },
  { "Landkreis Rostock", TRUE, "13072" },
  { "LK Rostock", TRUE, "13072" },
  { "Landkreis Steinfurt", TRUE, "05566" },
  { "Kreis München", TRUE, "09184" },
  { "Samtgemeinde Harsefeld", TRUE, "033595403" },
  { "SG Harsefeld", TRUE, "033595403" },
  { "VG Wörrstadt", TRUE, "073315006" },
  { "Region Hannover", TRUE, "03241" },
  { "Rhein Sieg Kreis", TRUE, "05382" },
  { "Ludwigslust-Parchim", TRUE, "13076" },
  { "LK Rostock", FALSE, "13072" },
  /* A town that is called like its county comes first. */
  { "Rostock", TRUE, "13003000" },
  { "Bautzen", TRUE, "14625020" },
};

static void
test_queries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GListModel) found = wb_register_search (towns, queries[i].text, queries[i].municipalities, 5);
      g_autoptr (WbMunicipality) first = g_list_model_get_item (found, 0);

      if (first == NULL || !g_str_equal (wb_municipality_get_key (first), queries[i].key))
        g_test_fail_printf ("“%s” finds %s first, not %s", queries[i].text,
                            first != NULL ? wb_municipality_get_key (first) : "nothing", queries[i].key);
    }
}

static void
test_garbage (void)
{
  g_assert_cmpuint (count ("", TRUE), ==, 0);
  g_assert_cmpuint (count ("   ", TRUE), ==, 0);
  g_assert_cmpuint (count ("'; DROP", TRUE), ==, 0);
  g_assert_cmpuint (count ("\xff\xfe", TRUE), ==, 0);
  g_assert_cmpuint (count ("xyzzy", TRUE), ==, 0);
  /* The name alone, then with a word that is nowhere. */
  g_assert_cmpuint (count ("Hagenow", TRUE), >, 0);
  g_assert_cmpuint (count ("Hagenow xyzzy", TRUE), ==, 0);
}

static void
test_order (void)
{
  g_autoptr (GListModel) found = wb_register_search (towns, "Neuenkirchen", TRUE, 0);
  guint before = G_MAXUINT;
  guint n = 0;

  for (; n < g_list_model_get_n_items (found); n++)
    {
      g_autoptr (WbMunicipality) town = g_list_model_get_item (found, n);

      if (!g_str_equal (wb_municipality_get_short_name (town), "Neuenkirchen"))
        break;
      g_assert_cmpuint (wb_municipality_get_population (town), <=, before);
      before = wb_municipality_get_population (town);
    }
  g_assert_cmpuint (n, ==, 11);
  g_assert_cmpuint (g_list_model_get_n_items (found), >, n);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(WbRegister **) user_data = wb_register_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "data", "register", NULL);
  WbRegister *loaded = NULL;

  wb_register_load_async (folder, NULL, loaded_cb, &loaded);
  while (loaded == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (wb_register_get_n_items (loaded), ==, 12248);
  g_assert_finalize_object (loaded);
}

#define HEADER "ags\tars\tname\ttype\tdistrict\tassociation\tstate\tarea_ha\tpopulation\tpostcode\n"
#define GOOD "01001000\t010010000000\tFlensburg\tStadt\tF\tF\tSH\t5673\t96326\t24937\n"

static void
assert_broken (const char *municipalities,
               const char *place)
{
  g_autofree char *folder = wb_test_make_folder ();
  g_autofree char *first = g_build_filename (folder, "municipalities.tsv", NULL);
  g_autofree char *second = g_build_filename (folder, "districts-and-associations.tsv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (first, municipalities, -1, NULL));
  g_assert_true (g_file_set_contents (second, "ars\tname\tkind\tstate\tmunicipalities\tpopulation\n", -1, NULL));
  g_assert_null (wb_register_load (folder, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CORRUPT);
  if (g_strstr_len (error->message, -1, place) == NULL)
    g_test_fail_printf ("“%s” does not name %s", error->message, place);
  wb_test_remove_folder (folder);
}

static void
test_broken (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = wb_test_make_folder ();

  assert_broken ("", "Line 1");
  assert_broken ("name\tpostcode\n", "Line 1");
  assert_broken (HEADER GOOD "01001001\tzu kurz\n", "Line 3");
  assert_broken (HEADER GOOD GOOD, "Line 3");
  assert_broken (HEADER "1001000\tx\tF\tS\tF\tF\tSH\t1\t2\t3\n", "Line 2");
  assert_broken (HEADER "01001000\tx\tF\tS\tF\tF\tSH\t1\tviele\t3\n", "Line 2");
  assert_broken ("\xff\xfe", "municipalities.tsv");
  g_assert_null (wb_register_load (nowhere, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  wb_test_remove_folder (nowhere);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "data", "register", NULL);
  towns = wb_register_load (folder, &error);
  g_assert_no_error (error);

  g_test_add_func ("/register/counts", test_counts);
  g_test_add_func ("/register/get", test_get);
  g_test_add_func ("/register/queries", test_queries);
  g_test_add_func ("/register/garbage", test_garbage);
  g_test_add_func ("/register/order", test_order);
  g_test_add_func ("/register/async", test_async);
  g_test_add_func ("/register/broken", test_broken);
  status = g_test_run ();

  g_assert_finalize_object (towns);

  return status;
}
