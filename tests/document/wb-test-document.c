/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"

#include <string.h>

static const char sentence[] =
  "Die Zuständigkeitsvereinbarung zwischen Sozialverwaltung und Jugendhilfeplanung regelt, wer welche Zahl in welcher "
  "Form liefert und ab welcher Fallzahl ein Wert nicht mehr veröffentlicht wird. ";

static void
append_table (WbBlock *root,
              guint    n)
{
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  table->header_rows = 1;
  wb_block_append_row (table, "Kommune", "Einwohner", "Bemerkung", NULL);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.%03u", n + 1, i);

      wb_block_append_row (table, "Ahnatal", number, i % 3 == 0 ? sentence : "–", NULL);
    }
}

static void
append_list (WbBlock *root)
{
  WbBlock *list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));

  for (guint i = 0; i < 3; i++)
    {
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));

      wb_block_append_paragraph (item, i == 1 ? sentence : "Kurzer Punkt");
    }
}

static void
append_checklist (WbBlock *root)
{
  WbBlock *list;

  wb_block_append_heading (root, 3, "Vorbereiten");
  list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
  for (guint i = 0; i < 4; i++)
    {
      WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));

      wb_block_append_text (check, "Zweck in einem Satz festhalten", 0, NULL);
      check->owner = g_strdup (i == 0 ? "Alex (Beispiel)" : "");
      check->date = g_strdup (i == 0 ? "24.11.2026" : "");
      check->note = i == 2 ? g_strdup ("Fragen Sie im Fachamt.") : NULL;
      check->done = i == 0;
    }
}

static void
append_section (WbBlock *root,
                guint    n)
{
  g_autofree char *title = g_strdup_printf ("Abschnitt %u", n + 1);
  WbBlock *callout;

  wb_block_append_heading (root, 2, title);
  for (guint i = 0; i <= n % 3; i++)
    {
      g_autofree char *text = g_strconcat (sentence, i % 2 == 0 ? sentence : "", sentence, NULL);

      wb_block_append_paragraph (root, text);
    }
  if (n % 2 == 0)
    append_table (root, n);
  else
    append_list (root);
  if (n % 4 == 1)
    append_checklist (root);
  callout = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  callout->callout = n % 4;
  wb_block_append_paragraph (callout, sentence);
}

WbDocument *
wb_test_document_new (guint sections)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbDocument *document;

  for (guint i = 0; i < sections; i++)
    append_section (root, i);
  wb_block_assign_anchors (root);

  document = wb_document_new (WB_DOCUMENT_PAGES, "Sozialräume verstehen", root);
  wb_document_set_head (document, "Stadt Hagenow", "Mecklenburg-Vorpommern", "Handzettel", "Sozialräume");
  wb_document_set_foot (document, "Stand 22.11.2026 · Inhalt CC BY 4.0");

  return document;
}

char *
wb_test_squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

char *
wb_test_document_text (WbPaginator *paginator)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < wb_paginator_get_n_pages (paginator); i++)
    {
      g_autofree char *text = wb_paginator_get_text (paginator, i);

      g_string_append (all, text);
    }

  return wb_test_squeeze (all->str);
}

void
wb_test_document_assert_complete (WbPaginator *paginator)
{
  WbDocument *document = wb_paginator_get_document (paginator);
  g_autofree char *pages = wb_test_document_text (paginator);
  g_autofree char *text = wb_block_to_text (wb_document_get_root (document));
  g_auto(GStrv) words = g_strsplit_set (text, " \n\t", -1);
  const char *position = pages;
  const char *end = pages + strlen (pages);

  for (guint i = 0; words[i] != NULL; i++)
    {
      /* The sanitizers would measure what is left of the text for each word. */
      const char *found = g_strstr_len (position, end - position, words[i]);

      if (found == NULL)
        g_error ("“%s” is missing behind “%.40s”", words[i], position);
      position = found + strlen (words[i]);
    }
}

static void
assert_inside (WbLayout            *layout,
               const WbPlacedPiece *placed)
{
  const double right = layout->left + layout->width;

  g_assert_cmpfloat (placed->y, >=, 0);
  if (placed->placing == WB_PLACED_TEXT)
    g_assert_cmpfloat (placed->y + placed->piece->height * placed->scale, <=, layout->bottom + 0.5);

  for (guint i = 0; i < placed->piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (placed->piece->marks, i);

      for (guint j = 0; mark->runs != NULL && j < mark->runs->len; j++)
        {
          const WbRun *run = g_ptr_array_index (mark->runs, j);

          g_assert_cmpfloat (run->x, >=, layout->left - 0.5);
          /* A blank behind the last word may hang over. */
          g_assert_cmpfloat (run->x + run->width, <=, right + 6);
        }
    }
}

static void
assert_row_on_one_page (GHashTable          *rows,
                        const WbPlacedPiece *placed,
                        guint                page)
{
  for (guint i = 0; i < placed->piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (placed->piece->marks, i);

      for (WbNode *node = mark->node; node != NULL; node = node->parent)
        if (strcmp (node->tag, "TR") == 0)
          {
            gpointer known = g_hash_table_lookup (rows, node);

            g_assert_true (known == NULL || GPOINTER_TO_UINT (known) == page + 1);
            g_hash_table_insert (rows, node, GUINT_TO_POINTER (page + 1));
          }
    }
}

void
wb_test_document_assert_sound (WbPaginator *paginator)
{
  WbLayout *layout = wb_paginator_get_layout (paginator);
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < layout->pages->len; i++)
    {
      WbPage *page = g_ptr_array_index (layout->pages, i);
      const WbPiece *last = NULL;

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, j);

          assert_inside (layout, placed);
          if (placed->placing != WB_PLACED_TEXT)
            continue;
          last = placed->piece;
          assert_row_on_one_page (rows, placed, i);
        }

      g_assert_nonnull (last);
      if (i + 1 < layout->pages->len)
        g_assert_cmpint (last->level, ==, 0);
    }
}

static WbField *
add_field (WbGuide     *guide,
           WbStep      *step,
           WbFieldType  type)
{
  WbField *field = wb_field_new (type, wb_field_type_to_string (type), wb_field_type_to_string (type));

  wb_guide_add_field (guide, step, field);

  return field;
}

WbGuide *
wb_test_document_guide (void)
{
  WbGuide *guide = wb_guide_new ("leitfaden", "Leitfaden", 1);
  WbPhase *phase = wb_guide_add_phase (guide, "p", "Überzeugen", "Die Leitung steht dahinter.");
  WbStep *step = wb_guide_add_step (guide, phase, "s1", "Erster Schritt");
  WbStep *skipped = wb_guide_add_step (guide, phase, "s2", "Zweiter Schritt");
  WbField *field;
  WbColumn *column;

  for (guint i = 0; i <= WB_FIELD_RATING; i++)
    {
      field = add_field (guide, step, i);
      if (i == WB_FIELD_CHOICE || i == WB_FIELD_CHOICES || i == WB_FIELD_CHECKLIST)
        {
          wb_field_add_option (field, "a", "Möglichkeit A", i == WB_FIELD_CHECKLIST ? "Hinweis A" : NULL);
          wb_field_add_option (field, "b", "Möglichkeit B", NULL);
        }
      if (i == WB_FIELD_TABLE)
        {
          wb_field_add_column (field, "was", "Was", WB_FIELD_TEXT);
          wb_field_add_column (field, "zahl", "Zahl", WB_FIELD_NUMBER);
          column = wb_field_add_column (field, "wahl", "Wahl", WB_FIELD_CHOICE);
          wb_column_add_option (column, "x", "Auswahl X");
        }
      if (i == WB_FIELD_RATING)
        {
          field->scale_min = 1;
          field->scale_max = 5;
        }
    }

  skipped->when = wb_condition_new_field (WB_CONDITION_IS, "choice", "b");
  skipped->unless = g_strdup ("Entfällt: nur bei B.");
  wb_guide_add_field (guide, skipped, wb_field_new (WB_FIELD_TEXT, "spaeter", "Später"));

  return guide;
}

void
wb_test_document_check_pdf (const char *path)
{
  g_autofree char *program = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "pdfua", "check-pdfua.py", NULL);
  const char *arguments[] = { program, path, NULL };
  g_autofree char *findings = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  if (!g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE))
    return;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &findings, NULL, &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, &error) || g_error_matches (error, G_SPAWN_EXIT_ERROR, 77))
    return;

  g_error ("%s: %s", path, findings);
}
