/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-figure.h"
#include "wb-paginator-private.h"

#include <string.h>

#define SENTENCE "Die Stadt hat gezählt, wie viele Kinder in welchem Ortsteil wohnen."

static WbPaginator *
paginate (WbDocumentFormat  format,
          WbBlock          *root)
{
  g_autoptr(WbDocument) document = wb_document_new (format, "Schrift", root);

  return wb_paginator_new (document, 0, 0);
}

/* What is called for each mark, with the page it is on. */
typedef void (*Visit) (const WbMark *mark,
                       guint         page,
                       gpointer      data);

static void
visit (WbPaginator *paginator,
       Visit        func,
       gpointer     data)
{
  GPtrArray *pages = wb_paginator_get_layout (paginator)->pages;

  for (guint i = 0; i < pages->len; i++)
    {
      const WbPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, j);

          for (guint k = 0; placed->placing == WB_PLACED_TEXT && k < placed->piece->marks->len; k++)
            func (g_ptr_array_index (placed->piece->marks, k), i, data);
        }
    }
}

static void
check_code (const WbMark *mark,
            guint         page,
            gpointer      data)
{
  guint *n = data;

  for (guint i = 0; mark->runs != NULL && i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);
      PangoFontDescription *font;

      if ((run->flags & WB_INLINE_CODE) == 0 || run->font == NULL)
        continue;
      font = pango_font_describe (run->font);
      g_assert_cmpstr (pango_font_description_get_family (font), ==, "DejaVu Sans Mono");
      pango_font_description_free (font);
      (*n)++;
    }
}

/* A typeface with a name, so that each machine breaks the same lines. */
static void
test_code (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  guint n = 0;

  wb_block_append_text (wb_block_append_paragraph (root, "Das Feld "), "ags", WB_INLINE_CODE, NULL);
  paginator = paginate (WB_DOCUMENT_PAGES, root);
  visit (paginator, check_code, &n);
  g_assert_cmpuint (n, ==, 1);
}

static WbBlock *
append_figure (WbBlock *root)
{
  g_autoptr(WbFigure) figure = wb_figure_new (WB_FIGURE_BARS, "Aufwand", "Der Umbau kostet am meisten.");

  wb_figure_set_unit (figure, "Stunden");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("Schritt %u", i + 1);

      wb_figure_add_part (figure, label, NULL)->value = 10 + i;
    }

  return wb_block_append (root, wb_figure_create_block (figure));
}

static void
find_figure (const WbMark *mark,
             guint         page,
             gpointer      data)
{
  double *height = data;

  if (mark->type == WB_MARK_FIGURE)
    *height = wb_figure_drawing_get_height (mark->drawing);
}

static double
get_figure_height (gboolean with_text)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  double height = 0;

  wb_block_append_heading (root, 2, "Was es kostet");
  append_figure (root);
  if (with_text)
    wb_block_append_paragraph (root, SENTENCE);
  paginator = paginate (WB_DOCUMENT_DECK, root);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 1);
  wb_test_document_assert_sound (paginator);
  visit (paginator, find_figure, &height);
  g_assert_cmpfloat (height, >, 0);

  return height;
}

/* On a slide of its own a figure is larger than with text below. */
static void
test_figure_alone (void)
{
  g_assert_cmpfloat (get_figure_height (FALSE), >, get_figure_height (TRUE) * 1.15);
}

static void
append_lines (WbBlock *root,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    wb_block_append_paragraph (root, "Zeile");
}

typedef struct
{
  guint heading;
  guint figure;
} Places;

static void
find_places (const WbMark *mark,
             guint         page,
             gpointer      data)
{
  Places *places = data;

  if (mark->type == WB_MARK_FIGURE)
    places->figure = page;
  else if (g_strcmp0 (mark->text, "Was es kostet") == 0)
    places->heading = page;
}

/* Wherever on the page it comes: heading and sentence stand on the page of the figure they are about. */
static void
test_sentence_before_figure (void)
{
  for (guint n = 0; n < 36; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      Places places = { 99, 98 };

      append_lines (root, n);
      wb_block_append_heading (root, 2, "Was es kostet");
      wb_block_append_paragraph (root, SENTENCE);
      append_figure (root);
      paginator = paginate (WB_DOCUMENT_PAGES, root);
      visit (paginator, find_places, &places);
      g_assert_cmpuint (places.heading, ==, places.figure);
    }
}

static void
append_list (WbBlock    *root,
             const char *items[])
{
  WbBlock *list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));

  for (guint i = 0; items[i] != NULL; i++)
    wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), items[i]);
}

typedef struct
{
  guint sentence;
  guint first;
  guint last_but_one;
  guint last;
} ListPlaces;

static void
find_list_places (const WbMark *mark,
                  guint         page,
                  gpointer      data)
{
  ListPlaces *places = data;

  if (mark->text == NULL)
    return;
  if (g_str_has_prefix (mark->text, "Drei Wege"))
    places->sentence = page;
  else if (g_str_has_prefix (mark->text, "Erster Weg"))
    places->first = page;
  else if (g_str_has_prefix (mark->text, "Zweiter Weg"))
    places->last_but_one = page;
  else if (g_str_has_prefix (mark->text, "Dritter Weg"))
    places->last = page;
}

/* Wherever on the page it comes: a list begins on the page of the sentence before it, and its last item does not stand alone. */
static void
test_list (void)
{
  const char *items[] = { "Erster Weg", "Zweiter Weg", "Dritter Weg", NULL };

  for (guint n = 0; n < 36; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      ListPlaces places = { 99, 98, 97, 96 };

      append_lines (root, n);
      wb_block_append_paragraph (root, "Drei Wege gibt es.");
      append_list (root, items);
      paginator = paginate (WB_DOCUMENT_PAGES, root);
      visit (paginator, find_list_places, &places);
      g_assert_cmpuint (places.sentence, ==, places.first);
      g_assert_cmpuint (places.last_but_one, ==, places.last);
    }
}

/* Nobody signs on a page that says nothing. */
static void
test_signatures (void)
{
  for (guint n = 1; n < 45; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      g_autofree char *text = NULL;
      WbBlock *signatures;

      append_lines (root, n);
      signatures = wb_block_append (root, wb_block_new (WB_BLOCK_SIGNATURES));
      wb_block_append_paragraph (wb_block_append (signatures, wb_block_new (WB_BLOCK_ITEM)), "Datum, Leitung");
      paginator = paginate (WB_DOCUMENT_PAGES, root);
      text = wb_paginator_get_text (paginator, wb_paginator_get_n_pages (paginator) - 1);
      g_assert_nonnull (strstr (text, "Datum, Leitung"));
      g_assert_nonnull (strstr (text, "Zeile"));
    }
}

/* The name of a sheet is not the last thing on a page. */
static void
test_sheet_name (void)
{
  for (guint n = 1; n < 45; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      guint n_found = 0;
      WbBlock *sheet;

      append_lines (root, n);
      wb_block_append_paragraph (root, "Termin 7");
      sheet = wb_block_append (root, wb_block_new (WB_BLOCK_SHEET));
      wb_block_append_row (sheet, "Datum", "12.01.2027", NULL);
      wb_block_append_row (sheet, "Ergebnis", "Rückruf", NULL);
      paginator = paginate (WB_DOCUMENT_PAGES, root);
      for (guint i = 0; i < wb_paginator_get_n_pages (paginator); i++)
        {
          g_autofree char *text = wb_paginator_get_text (paginator, i);

          if (strstr (text, "Termin 7") == NULL)
            continue;
          g_assert_nonnull (strstr (text, "Datum"));
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

static void
check_size (const WbMark *mark,
            guint         page,
            gpointer      data)
{
  double *least = data;

  if (mark->type == WB_MARK_LINE && mark->style != NULL)
    *least = MIN (*least, mark->style->size);
}

/* A table that no page is wide enough for stays large enough to be read, and whole. */
static void
test_wide_table (void)
{
  static const char *const heads[] = { "Name", "Stelle", "Stunden im Monat", "Entscheidung", "Fachverantwortung", "Datenpflege",
                                       "Technik", "Auswertung", "Kommunikation", "Vertretung" };
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  double least = 100;

  table->header_rows = 1;
  for (guint i = 0; i < 6; i++)
    {
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

      for (guint j = 0; j < G_N_ELEMENTS (heads); j++)
        {
          g_autofree char *word = i == 0 ? g_strdup (heads[j]) : g_strdup_printf ("W%u%u", i, j);

          wb_block_append_cell (row, word, 1, 1);
        }
    }

  paginator = paginate (WB_DOCUMENT_PAGES, root);
  visit (paginator, check_size, &least);
  g_assert_cmpfloat (least, >=, 8);
  text = wb_test_document_text (paginator);
  for (guint i = 1; i < 6; i++)
    for (guint j = 0; j < G_N_ELEMENTS (heads); j++)
      {
        g_autofree char *word = g_strdup_printf ("W%u%u", i, j);

        g_assert_nonnull (strstr (text, word));
        g_assert_null (strstr (strstr (text, word) + 1, word));
      }
  /* The persons stand side by side, each below its name. */
  g_assert_nonnull (strstr (text, "NameW10W20W30W40"));
  g_assert_nonnull (strstr (text, "VertretungW19W29W39W49"));
}

static void
check_word (const WbMark *mark,
            guint         page,
            gpointer      data)
{
  guint *n_whole = data;

  if (mark->type != WB_MARK_LINE)
    return;
  for (guint i = 0; i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      g_assert_cmpstr (run->text, !=, ")");
      *n_whole += strstr (run->text, "(Beispiel)") != NULL;
    }
}

/* Bold words are wider; their column is measured as they are drawn. */
static void
test_strong_column (void)
{
  static const char *const heads[] = { "Name", "Funktion im Haus", "Kontakt", "Rolle im Projekt", "Stunden", "Vertretung" };
  static const char *const cells[] = { "", "IT-Zweckverband Musterland", "luca@zweckverband.example", "Fachverantwortung und Datenpflege",
                                       "1,5", "Robin Rotermund (Stellvertretung)" };
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *head = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  guint n_whole = 0;

  table->header_rows = 1;
  wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), "Mia Ast (Beispiel)", WB_INLINE_STRONG, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      wb_block_append_cell (head, heads[i], 1, 1);
      if (i > 0)
        wb_block_append_cell (row, cells[i], 1, 1);
    }

  paginator = paginate (WB_DOCUMENT_PAGES, root);
  visit (paginator, check_word, &n_whole);
  g_assert_cmpuint (n_whole, ==, 1);
}

/* The column of the boxes has a name, too. */
static void
test_box_column (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;
  WbBlock *list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
  WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));

  wb_block_append_text (check, "Zweck festlegen", 0, NULL);
  check->owner = g_strdup ("");
  check->date = g_strdup ("");
  paginator = paginate (WB_DOCUMENT_PAGES, root);
  text = wb_test_document_text (paginator);
  g_assert_nonnull (strstr (text, "DoneTask"));
}

typedef struct
{
  guint now;
  guint most;
  guint all;
} Hyphens;

static void
count_hyphens (const WbMark *mark,
               guint         page,
               gpointer      data)
{
  Hyphens *hyphens = data;
  const WbRun *last = mark->runs != NULL && mark->runs->len > 0 ? g_ptr_array_index (mark->runs, mark->runs->len - 1) : NULL;

  if (last == NULL)
    return;
  hyphens->now = last->soft_hyphen ? hyphens->now + 1 : 0;
  hyphens->most = MAX (hyphens->most, hyphens->now);
  hyphens->all += last->soft_hyphen;
}

/* Long words one behind the other: many lines could end with a hyphen, but no three do so one below the other. */
static void
test_hyphens (void)
{
  static const char *const words[] = { "Datenschutzbeauftragte", "Verwaltungsvorschrift", "Zuständigkeitsbereich", "Einwohnermeldeamt",
                                       "Verarbeitungsverzeichnis", "Auftragsverarbeitung", "und", "die", "Gemeindeverwaltung" };
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  Hyphens hyphens = { 0 };

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint j = 0; j < 60; j++)
        g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      wb_block_append_paragraph (root, text->str);
    }
  paginator = paginate (WB_DOCUMENT_PAGES, root);
  wb_test_document_assert_complete (paginator);
  wb_test_document_assert_sound (paginator);
  visit (paginator, count_hyphens, &hyphens);
  if (hyphens.all == 0)
    {
      g_test_skip ("no hyphenation patterns");
      return;
    }
  g_assert_cmpuint (hyphens.all, >, 30);
  g_assert_cmpuint (hyphens.most, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typography/code", test_code);
  g_test_add_func ("/typography/figure-alone", test_figure_alone);
  g_test_add_func ("/typography/sentence-before-figure", test_sentence_before_figure);
  g_test_add_func ("/typography/signatures", test_signatures);
  g_test_add_func ("/typography/sheet-name", test_sheet_name);
  g_test_add_func ("/typography/wide-table", test_wide_table);
  g_test_add_func ("/typography/strong-column", test_strong_column);
  g_test_add_func ("/typography/box-column", test_box_column);
  g_test_add_func ("/typography/hyphens", test_hyphens);
  g_test_add_func ("/typography/list", test_list);

  return g_test_run ();
}
