/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "wb-content-folder.h"
#include "wb-deck-order.h"
#include "wb-document-shelf.h"
#include "wb-merge.h"
#include "wb-payload-reader.h"

#define DECK "folien"

/* Two copies of a project whose deck nobody had touched, and a library with its template. */
typedef struct
{
  char *folder;
  char *path;
  WbLibrary *library;
  WbGuide *guide;
  GPtrArray *slides; /* of the template */
  WbProjectState *base;
  WbProjectState *mine;
  WbProjectState *theirs;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *content = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "content", "good", NULL);
  g_autoptr (WbContentFolder) folder = NULL;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("wb-order-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.db", NULL);
  folder = wb_content_folder_load (content, &error);
  g_assert_no_error (error);
  g_assert_true (wb_content_folder_build (folder, self->path, &error));
  self->library = wb_library_open (self->path, &error);
  g_assert_no_error (error);
  item = wb_library_get_item (self->library, "leitfaden-muster", &error);
  g_assert_no_error (error);
  self->guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  self->slides = wb_document_shelf_load_slides (self->library, self->guide, DECK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->slides->len, ==, 2);
  self->base = wb_project_state_new ();
  self->mine = wb_project_state_new ();
  self->theirs = wb_project_state_new ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  wb_project_state_free (self->base);
  wb_project_state_free (self->mine);
  wb_project_state_free (self->theirs);
  g_ptr_array_unref (self->slides);
  g_object_unref (self->guide);
  g_object_unref (self->library);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static char *
get_key (Fixture *self,
         guint    i)
{
  return ((const WbSlide *) g_ptr_array_index (self->slides, i))->key;
}

/* Lists the slides @first and @second of the template; @title: (nullable) what the first of them is called now. */
static void
edit_deck (Fixture        *self,
           WbProjectState *state,
           guint           first,
           guint           second,
           const char     *title)
{
  g_autoptr (GPtrArray) deck = wb_slide_list_new ();

  g_ptr_array_add (deck, wb_slide_new (get_key (self, first)));
  g_ptr_array_add (deck, wb_slide_new (get_key (self, second)));
  ((WbSlide *) g_ptr_array_index (deck, 0))->title = g_strdup (title);
  wb_project_state_add_deck (state, DECK, deck);
}

static void
check_merge (Fixture *self,
             guint    n_conflicts,
             guint    first)
{
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;
  g_autoptr (GPtrArray) deck = NULL;

  wb_deck_order_fill (self->base, self->mine, self->theirs, self->guide, self->library);
  merged = wb_merge_new (self->base, self->mine, self->theirs, self->guide);
  g_assert_cmpuint (wb_merge_get_conflicts (merged)->len, ==, n_conflicts);
  result = wb_merge_make_result (merged);
  deck = wb_project_state_make_deck (result, DECK);
  g_assert_cmpuint (deck->len, ==, 2);
  g_assert_cmpstr (((const WbSlide *) g_ptr_array_index (deck, 0))->key, ==, get_key (self, first));
}

/* One side moves slides, the other writes a text: both is done, and nothing is asked. */
static void
test_they_moved (Fixture       *self,
                 gconstpointer  data)
{
  edit_deck (self, self->mine, 0, 1, "Anders");
  edit_deck (self, self->theirs, 1, 0, NULL);
  g_assert_true (wb_deck_order_is_missing (self->base, self->mine, self->theirs));
  check_merge (self, 0, 1);
}

static void
test_i_moved (Fixture       *self,
              gconstpointer  data)
{
  edit_deck (self, self->mine, 1, 0, NULL);
  edit_deck (self, self->theirs, 0, 1, "Anders");
  check_merge (self, 0, 1);
}

/* Where both come from an order of their own, that one counts and not the template's. */
static void
test_known (Fixture       *self,
            gconstpointer  data)
{
  edit_deck (self, self->base, 1, 0, NULL);
  edit_deck (self, self->mine, 1, 0, "Anders");
  edit_deck (self, self->theirs, 0, 1, NULL);
  g_assert_false (wb_deck_order_is_missing (self->base, self->mine, self->theirs));
  check_merge (self, 0, 0);
}

/* What only one side touched needs no template. */
static void
test_one_side (Fixture       *self,
               gconstpointer  data)
{
  edit_deck (self, self->theirs, 1, 0, NULL);
  g_assert_false (wb_deck_order_is_missing (self->base, self->mine, self->theirs));
  check_merge (self, 0, 1);
}

/* A deck that no library knows: somebody has to say. */
static void
test_unknown (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) mine = wb_slide_list_new ();
  g_autoptr (GPtrArray) theirs = wb_slide_list_new ();
  g_autoptr (WbMerge) merged = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_ptr_array_add (mine, wb_slide_new (i == 0 ? "a" : "b"));
      g_ptr_array_add (theirs, wb_slide_new (i == 0 ? "b" : "a"));
    }
  wb_project_state_add_deck (self->mine, "fremd", mine);
  wb_project_state_add_deck (self->theirs, "fremd", theirs);
  wb_deck_order_fill (self->base, self->mine, self->theirs, self->guide, self->library);
  merged = wb_merge_new (self->base, self->mine, self->theirs, self->guide);
  g_assert_cmpuint (wb_merge_get_conflicts (merged)->len, ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/deck-order/they-moved", test_they_moved);
  ADD ("/deck-order/i-moved", test_i_moved);
  ADD ("/deck-order/known", test_known);
  ADD ("/deck-order/one-side", test_one_side);
  ADD ("/deck-order/unknown", test_unknown);

  return g_test_run ();
}
