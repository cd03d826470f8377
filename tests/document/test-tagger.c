/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-pdf-finish-private.h"
#include "wb-tagger-private.h"

#include <cairo-pdf.h>
#include <string.h>

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  WbTagger *tagger;
} Fixture;

static cairo_status_t
ignore (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->surface = cairo_pdf_surface_create_for_stream (ignore, NULL, 100, 100);
  self->cr = cairo_create (self->surface);
  self->tagger = wb_tagger_new ();
  wb_tagger_set_cairo (self->tagger, self->cr);
}

/* Whatever was tried, Cairo never hears of a fault. */
static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  g_assert_cmpint (cairo_surface_status (self->surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (self->surface);
  wb_tagger_free (self->tagger);
}

static void
test_good (Fixture       *self,
           gconstpointer  data)
{
  const WbTagExtra extra = { WB_SCOPE_COLUMN, 2 };
  WbTagRecord *record;

  g_assert_false (wb_tagger_is_complete (self->tagger));
  g_assert_true (wb_tagger_begin (self->tagger, "Document", NULL, NULL));
  g_assert_true (wb_tagger_begin (self->tagger, "Table", NULL, NULL));
  g_assert_true (wb_tagger_begin (self->tagger, "TR", NULL, NULL));
  g_assert_true (wb_tagger_begin (self->tagger, "TH", &extra, NULL));
  g_assert_true (wb_tagger_begin_link (self->tagger, "https://a.example/it's(1)\\ü", "Text"));
  g_assert_true (wb_tagger_end (self->tagger, "Link"));
  g_assert_true (wb_tagger_end (self->tagger, "TH"));
  g_assert_true (wb_tagger_end (self->tagger, "TR"));
  g_assert_true (wb_tagger_end (self->tagger, "Table"));
  wb_tagger_add_place (self->tagger, "it's ü", 1, 2);
  g_assert_false (wb_tagger_is_complete (self->tagger));
  g_assert_true (wb_tagger_end (self->tagger, "Document"));
  g_assert_true (wb_tagger_is_complete (self->tagger));

  g_assert_cmpuint (wb_tagger_get_records (self->tagger)->len, ==, 2);
  record = g_ptr_array_index (wb_tagger_get_records (self->tagger), 0);
  g_assert_cmpuint (record->extra.columns, ==, 2);
  record = g_ptr_array_index (wb_tagger_get_records (self->tagger), 1);
  g_assert_cmpstr (record->text, ==, "Text");
}

static void
test_unknown (Fixture       *self,
              gconstpointer  data)
{
  wb_tagger_begin (self->tagger, "Document", NULL, NULL);
  g_assert_false (wb_tagger_begin (self->tagger, "Artifact", NULL, NULL));
  g_assert_false (wb_tagger_begin (self->tagger, "TR", NULL, NULL));
  g_assert_false (wb_tagger_begin (self->tagger, "Link", NULL, NULL));
  g_assert_cmpuint (wb_tagger_get_depth (self->tagger), ==, 1);
  wb_tagger_end (self->tagger, "Document");
  g_assert_false (wb_tagger_is_complete (self->tagger));
}

static void
test_nesting (Fixture       *self,
              gconstpointer  data)
{
  g_assert_false (wb_tagger_begin (self->tagger, "P", NULL, NULL));
  wb_tagger_begin (self->tagger, "Document", NULL, NULL);
  wb_tagger_begin (self->tagger, "P", NULL, NULL);
  g_assert_false (wb_tagger_end (self->tagger, "Document"));
  g_assert_false (wb_tagger_begin (self->tagger, "P", NULL, NULL));
  g_assert_true (wb_tagger_end (self->tagger, "P"));
  g_assert_true (wb_tagger_end (self->tagger, "Document"));
  g_assert_false (wb_tagger_end (self->tagger, "Document"));
  g_assert_false (wb_tagger_is_complete (self->tagger));
}

static void
test_artifacts (void)
{
  const char content[] = "q\n/NonStruct << /MCID 3 >> BDC\n[(/NonStruct << /MCID 4 >> BDC \\) )-1(x)]TJ\nEMC\n"
                         "/P << /MCID 5 >> BDC (a(b)c) Tj EMC /NonStruct<</MCID 12>>BDC EMC /NonStruct <<";
  const char expected[] = "q\n/Artifact BMC\n[(/NonStruct << /MCID 4 >> BDC \\) )-1(x)]TJ\nEMC\n"
                          "/P << /MCID 5 >> BDC (a(b)c) Tj EMC /Artifact BMC EMC /NonStruct <<";
  g_autoptr(GBytes) bytes = wb_pdf_content_mark_artifacts (content, strlen (content));

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_broken_strings (void)
{
  const char *contents[] = { "", "(", "(\\", "(((", "/", "/NonStruct << /MCID", "/NonStruct << /MCID 3 >>", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *copy = g_memdup2 (contents[i], strlen (contents[i]));
      g_autoptr(GBytes) bytes = wb_pdf_content_mark_artifacts (copy, strlen (contents[i]));

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents[i], strlen (contents[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tagger/good", Fixture, NULL, set_up, test_good, tear_down);
  g_test_add ("/tagger/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/tagger/nesting", Fixture, NULL, set_up, test_nesting, tear_down);
  g_test_add_func ("/pdf-content/artifacts", test_artifacts);
  g_test_add_func ("/pdf-content/broken-strings", test_broken_strings);

  return g_test_run ();
}
