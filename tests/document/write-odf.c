/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes documents with every type of block as OpenDocument, for test-odf.py to read, into the folder it is called with; beside each
 * "NAME.txt" with its text. */

#include "wb-test-document.h"

#include "wb-export.h"
#include "wb-figure.h"

#include <string.h>

static WbBlock *
append (WbBlock     *parent,
        WbBlockType  type)
{
  return wb_block_append (parent, wb_block_new (type));
}

static void
append_inlines (WbBlock *root)
{
  WbBlock *paragraph = append (root, WB_BLOCK_PARAGRAPH);
  WbBlock *note = wb_block_new (WB_BLOCK_PARAGRAPH);

  wb_block_append_text (paragraph, "Fett ", WB_INLINE_STRONG, NULL);
  wb_block_append_text (paragraph, "beides ", WB_INLINE_STRONG | WB_INLINE_EMPHASIS, NULL);
  wb_block_append_text (paragraph, "a  b   c\td", WB_INLINE_CODE, NULL);
  wb_block_append_text (paragraph, NULL, WB_INLINE_BREAK, NULL);
  wb_block_append_text (paragraph, "Netz ", 0, "https://www.example.org/?a=1&b=2");
  wb_block_append_text (paragraph, "Stelle ", 0, "wb:eintrag#ziele");
  wb_block_append_text (paragraph, "Anderswo ", 0, "wb:anderer");
  wb_block_append_text (paragraph, "Unfug ", 0, "javascript:alert(1)");
  wb_block_append_text (paragraph, "Datum der Sitzung", WB_INLINE_BLANK, NULL);
  wb_block_append_text (paragraph, " Ende", 0, NULL);
  wb_block_append_text (note, "Aus der Satzung, Paragraf vier.", 0, NULL);
  wb_block_append_footnote (paragraph, note);
}

static void
append_lists (WbBlock *root)
{
  WbBlock *list = append (root, WB_BLOCK_LIST);
  WbBlock *item, *inner, *table;

  list->ordered = TRUE;
  list->start = 3;
  item = append (list, WB_BLOCK_ITEM);
  wb_block_append_paragraph (item, "Drittens");
  inner = append (item, WB_BLOCK_LIST);
  wb_block_append_paragraph (append (inner, WB_BLOCK_ITEM), "Unterpunkt");
  append (inner, WB_BLOCK_ITEM);
  item = append (list, WB_BLOCK_ITEM);
  wb_block_append_paragraph (item, "Viertens, mit Tabelle");
  table = append (item, WB_BLOCK_TABLE);
  wb_block_append_row (table, "mittendrin", "42", NULL);
  wb_block_append_paragraph (item, "und weiter");
  wb_block_append_paragraph (append (list, WB_BLOCK_ITEM), "Fünftens");
}

static void
append_tables (WbBlock *root)
{
  WbBlock *table, *row, *cell;
  const WbAlign end = WB_ALIGN_END;

  wb_block_append_heading (root, 3, "Zahlen: alle/viele");
  table = append (root, WB_BLOCK_TABLE);
  table->header_rows = 1;
  g_array_append_val (table->aligns, (WbAlign) { WB_ALIGN_START });
  g_array_append_val (table->aligns, end);
  wb_block_append_row (table, "Ort", "Einwohner", "Anteil", "Kosten", "Stand", "Kennung", NULL);
  wb_block_append_row (table, "Ahnatal", "1.234", "12,5 %", "1.500,00 €", "24.11.2026", "01234", NULL);
  wb_block_append_row (table, "Muster", "−7", "0 %", "3 €", "31.02.2026", "1.2.3", NULL);

  wb_block_append_heading (root, 3, "Zahlen: alle/viele");
  table = append (root, WB_BLOCK_TABLE);
  table->header_rows = 2;
  table->header_columns = 1;
  row = wb_block_append_row (table, "Kopf", NULL);
  cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
  wb_block_append_text (cell, "Über zwei", 0, NULL);
  cell->columns = 2;
  ((WbBlock *) g_ptr_array_index (row->children, 0))->rows = 2;
  wb_block_append_row (table, "links", "rechts", NULL);
  wb_block_append_row (table, "Zeile", "1", "2", NULL);
  wb_block_append_row (table, "kurz", NULL);
}

static void
append_checks (WbBlock *root)
{
  WbBlock *list;

  wb_block_append_heading (root, 3, "Vorbereiten");
  for (guint i = 0; i < 2; i++)
    {
      if (i == 1)
        wb_block_append_heading (root, 3, "Nachbereiten");
      list = append (root, WB_BLOCK_CHECKLIST);
      for (guint j = 0; j < 2; j++)
        {
          WbBlock *check = append (list, WB_BLOCK_CHECK);

          wb_block_append_text (check, j == 0 ? "Raum buchen" : "Liste drucken", 0, NULL);
          check->owner = g_strdup (j == 0 ? "Kim" : "");
          check->date = g_strdup (j == 0 ? "24.11.2026" : "");
          check->note = j == 1 ? g_strdup ("Mit Rampe.") : NULL;
          check->done = j == 0;
        }
    }
  wb_block_append_paragraph (root, "Ohne Spalten:");
  list = append (root, WB_BLOCK_CHECKLIST);
  wb_block_append_text (append (list, WB_BLOCK_CHECK), "Einfach", 0, NULL);
}

static WbBlock *
append_figure (WbBlock *root)
{
  g_autoptr(WbFigure) figure = wb_figure_new (WB_FIGURE_BARS, "Einwohner", "Ahnatal hat mehr als Muster.");

  wb_figure_add_part (figure, "Ahnatal", NULL)->value = 8000;
  wb_figure_add_part (figure, "Muster", NULL)->value = 2000;

  return wb_block_append (root, wb_figure_create_block (figure));
}

static void
append_rest (WbBlock *root)
{
  WbBlock *block, *columns;

  for (guint i = 0; i < WB_CALLOUT_NOTES; i++)
    {
      block = append (root, WB_BLOCK_CALLOUT);
      block->callout = i;
      wb_block_append_paragraph (block, "Kasten mit Liste:");
      append_lists (block);
    }
  block = append (root, WB_BLOCK_QUOTE);
  wb_block_append_paragraph (block, "Daten sind kein Selbstzweck.");
  block->note = g_strdup ("Aus dem Leitbild");
  wb_block_append_text (append (root, WB_BLOCK_CODE), "a = 1\n  b = 2\n", 0, NULL);
  block = append (root, WB_BLOCK_SHEET);
  wb_block_append_row (block, "Einwohner", "8.000", NULL);
  columns = append (root, WB_BLOCK_COLUMNS);
  wb_block_append_paragraph (append (columns, WB_BLOCK_COLUMN), "Linke Spalte");
  wb_block_append_paragraph (append (columns, WB_BLOCK_COLUMN), "Rechte Spalte");
  block = append (root, WB_BLOCK_NUMBER);
  wb_block_append_text (block, "73 %", 0, NULL);
  block->note = g_strdup ("haben geantwortet");
  block = append (root, WB_BLOCK_AGENDA);
  wb_block_append_row (block, "9:00", "Begrüßung", "Kim", NULL);
  block = append (root, WB_BLOCK_QUESTION);
  wb_block_append_text (block, "Wem nützt das?", 0, NULL);
  block->note = g_strdup ("5 Minuten zu zweit");
  append (root, WB_BLOCK_RULE);
  append (root, WB_BLOCK_LINES)->lines = 2;
}

static WbDocument *
create_pages (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *signatures;
  WbDocument *document;

  append (root, WB_BLOCK_CONTENTS)->level = 3;
  wb_block_append_heading (root, 2, "Ziele");
  append_inlines (root);
  append_lists (root);
  append (root, WB_BLOCK_PAGE_BREAK);
  append_tables (root);
  append_checks (root);
  append_figure (root);
  append_rest (root);
  signatures = append (root, WB_BLOCK_SIGNATURES);
  wb_block_append_paragraph (append (signatures, WB_BLOCK_ITEM), "Datum, Leitung");
  wb_block_append_heading (root, 4, "Rechts nach links und Bilder: שלום 👍🏽 e\u0301");
  wb_block_append_paragraph (root, "Steuer\x01zeichen\x7f und \xff kaputte Bytes");
  wb_block_assign_anchors (root);
  document = wb_document_new (WB_DOCUMENT_PAGES, "Alles & <mehr>", root);
  wb_document_set_entry (document, "eintrag");
  wb_document_set_head (document, "Stadt Hagenow", "Mecklenburg-Vorpommern", "Handzettel", "Sozialräume");
  wb_document_set_foot (document, "Stand 22.11.2026");

  return document;
}

static void
append_notes (WbBlock    *root,
              const char *text)
{
  WbBlock *notes = append (root, WB_BLOCK_CALLOUT);

  notes->callout = WB_CALLOUT_NOTES;
  wb_block_append_paragraph (notes, text);
  append (root, WB_BLOCK_SLIDE_BREAK);
}

static WbDocument *
create_deck (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbDocument *deck;
  WbBlock *list, *columns;

  wb_block_append_heading (root, 1, "Sozialräume verstehen");
  wb_block_append_paragraph (root, "24. November 2026");
  append_notes (root, "Begrüßen.");
  wb_block_append_heading (root, 2, "Text und Listen");
  append_inlines (root);
  append_lists (root);
  append_notes (root, "Erst fragen, dann zeigen.");
  wb_block_append_heading (root, 2, "Tabellen");
  append_tables (root);
  append_checks (root);
  append_notes (root, "Zahlen vorlesen.");
  wb_block_append_heading (root, 2, "Bild");
  append_figure (root);
  append_notes (root, "Bild erklären.");
  wb_block_append_heading (root, 2, "Sehr viel");
  list = append (root, WB_BLOCK_LIST);
  for (guint i = 0; i < 40; i++)
    wb_block_append_paragraph (append (list, WB_BLOCK_ITEM), "Ein Punkt, der eine Zeile braucht");
  append_notes (root, "Kürzen.");
  wb_block_append_heading (root, 2, "Alles andere");
  append_rest (root);
  append_notes (root, "Schluss.");
  wb_block_append_heading (root, 2, "Zwei Spalten");
  columns = append (root, WB_BLOCK_COLUMNS);
  wb_block_append_paragraph (append (columns, WB_BLOCK_COLUMN), "Hoffnungen links");
  wb_block_append_paragraph (append (columns, WB_BLOCK_COLUMN), "Sorgen rechts");
  append_notes (root, "Zuhören.");
  wb_block_append_paragraph (root, "Folie ohne Titel");
  wb_block_assign_anchors (root);
  deck = wb_document_new (WB_DOCUMENT_DECK, "Folien & <mehr>", root);
  wb_document_set_head (deck, "Hagenow", NULL, NULL, "Sozialräume");

  return deck;
}

/* More rows than anybody reads, and a word that fits nowhere. */
static WbDocument *
create_huge (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table;
  g_autofree char *word = g_strnfill (3000, 'w');

  wb_block_append_paragraph (root, word);
  table = append (root, WB_BLOCK_TABLE);
  table->header_rows = 1;
  wb_block_append_row (table, "Nummer", "Wert", NULL);
  for (guint i = 1; i < 40000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      wb_block_append_row (table, number, "0,5", NULL);
    }

  return wb_document_new (WB_DOCUMENT_PAGES, "Groß", root);
}

static void
write_document (WbDocument *document,
                const char *folder,
                const char *name,
                const char *format)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name, format);
  g_autofree char *text_path = g_strdup_printf ("%s/%s.txt", folder, name);
  g_autofree char *text = wb_block_to_text (wb_document_get_root (document));
  g_autoptr(GError) error = NULL;
  WbExportOptions options;

  if (!wb_export_parse (format, &options))
    g_error ("There is no format %s", format);
  if (!wb_export_write (document, &options, path, NULL, &error))
    g_error ("%s: %s", path, error->message);
  if (!g_file_set_contents (text_path, text, -1, &error))
    g_error ("%s: %s", text_path, error->message);
}

/* @document on letterhead, as NAME. */
static void
write_on_letterhead (WbDocument *document,
                     const char *folder,
                     const char *name,
                     const char *format)
{
  g_autoptr(WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr(GPtrArray) looks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_look_free);
  g_autofree char *path = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "pictures", "good", "wappen.svg", NULL);
  g_autoptr(WbStationery) stationery = NULL;
  g_autoptr(WbDocument) dressed = NULL;
  g_autoptr(GError) error = NULL;
  WbLook *look = wb_look_new ("band", "Band", "Band");

  look->band = TRUE;
  g_ptr_array_add (looks, look);
  wb_letterhead_set_text (&letterhead->name, "Stadt Müllheim & Umland", FALSE);
  wb_letterhead_set_text (&letterhead->address, "Rathausplatz 1\n12345 Ort", TRUE);
  wb_letterhead_set_text (&letterhead->foot, "Sprechzeiten", TRUE);
  letterhead->accent = 0xffcc00;
  letterhead->picture = wb_picture_read (path, &error);
  stationery = wb_stationery_new (letterhead, looks, &error);
  if (error != NULL)
    g_error ("%s: %s", path, error->message);
  dressed = wb_document_new_on (document, stationery);
  write_document (dressed, folder, name, format);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(WbDocument) pages = create_pages ();
  g_autoptr(WbDocument) deck = create_deck ();
  g_autoptr(WbDocument) huge = create_huge ();

  if (argc != 2)
    g_error ("Which folder?");
  write_document (pages, argv[1], "pages", "odt");
  write_document (huge, argv[1], "huge", "odt");
  write_document (pages, argv[1], "pages", "ods");
  write_document (huge, argv[1], "huge", "ods");
  write_document (deck, argv[1], "deck", "odp");
  write_document (deck, argv[1], "deck", "ods");
  write_on_letterhead (pages, argv[1], "letter", "odt");
  write_on_letterhead (deck, argv[1], "letterdeck", "odp");

  return 0;
}
