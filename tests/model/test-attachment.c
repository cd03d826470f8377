/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment.h"

#include <string.h>

#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
check_name (const char *name,
            const char *expected)
{
  g_autofree char *clean = wb_attachment_clean_name (name);

  g_assert_cmpstr (clean, ==, expected);
}

/* What a file is called may have been written by anybody. */
static void
test_names (void)
{
  check_name ("Ratsbeschluss.pdf", "Ratsbeschluss.pdf");
  check_name ("Übersicht der Ämter.ods", "Übersicht der Ämter.ods");
  check_name ("../../.ssh/authorized_keys", "authorized_keys");
  check_name ("/etc/passwd", "passwd");
  check_name ("C:\\Windows\\system.ini", "system.ini");
  check_name (".bashrc", "bashrc");
  check_name ("..", "Attachment");
  check_name ("", "Attachment");
  check_name ("ordner/", "Attachment");
  check_name ("Zeile\neins\t.pdf", "Zeileeins.pdf");
  check_name ("Plan\x1b[31m.pdf", "Plan[31m.pdf");
  /* Looks like "Rechnungexe.pdf" with the marks left in. */
  check_name ("Rechnung\xe2\x80\xae" "fdp.exe", "Rechnungfdp.exe");
  check_name ("un\xe2\x80\x8bsichtbar.txt", "unsichtbar.txt");
  check_name ("was?wer*|wo<>.txt", "was_wer__wo__.txt");
  check_name ("Ende. . .", "Ende");
  check_name ("Haushalt.wegbereiter-journal", "Haushalt.wegbereiter-journal_");
  check_name ("Haushalt.wegbereiter-WAL", "Haushalt.wegbereiter-WAL_");
  check_name ("Haushalt.wegbereiter-shm. ", "Haushalt.wegbereiter-shm_");
  check_name ("journal.pdf", "journal.pdf");
  check_name ("NUL", "_NUL");
  check_name ("con .txt", "_con .txt");
  check_name ("Com1.pdf", "_Com1.pdf");
  check_name ("Konzept.pdf", "Konzept.pdf");
  check_name ("COMPUTER.pdf", "COMPUTER.pdf");
  check_name ("kaputt\xff.txt", "kaputt\xef\xbf\xbd.txt");
}

/* The ending says what it is, so it stays. */
static void
test_long_names (void)
{
  g_autofree char *stem = g_strnfill (400, 'x');
  g_autofree char *name = g_strconcat (stem, ".pdf", NULL);
  g_autofree char *clean = wb_attachment_clean_name (name);
  g_autofree char *numbered = wb_attachment_number_name (clean, 12);
  g_autoptr (GString) umlauts = g_string_new ("x");
  g_autofree char *clean_umlauts = NULL;

  g_assert_cmpuint (strlen (clean), ==, WB_ATTACHMENT_MAX_NAME);
  g_assert_true (g_str_has_suffix (clean, "x.pdf"));
  g_assert_cmpuint (strlen (numbered), ==, WB_ATTACHMENT_MAX_NAME);
  g_assert_true (g_str_has_suffix (numbered, "x (12).pdf"));
  for (guint i = 0; i < 200; i++)
    g_string_append (umlauts, "ä");
  clean_umlauts = wb_attachment_clean_name (umlauts->str);
  g_assert_true (g_utf8_validate (clean_umlauts, -1, NULL));
  g_assert_cmpuint (strlen (clean_umlauts), <=, WB_ATTACHMENT_MAX_NAME);
}

/* Cutting makes no name that would not have been let through. */
static void
test_cut_names (void)
{
  static const char *const ends[] = { "-journal", ".wegbereiter-wal", ". . .", ".-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint n = WB_ATTACHMENT_MAX_NAME - 20; n <= WB_ATTACHMENT_MAX_NAME; n++)
      {
        g_autofree char *stem = g_strnfill (n, 'x');
        g_autofree char *name = g_strconcat (stem, ends[i], "yyyyyyyyyyyyyyyyyyyyyyyyy", NULL);
        g_autofree char *clean = wb_attachment_clean_name (name);
        const gsize length = strlen (clean);

        g_assert_cmpuint (length, <=, WB_ATTACHMENT_MAX_NAME);
        g_assert_true (clean[length - 1] != '.' && clean[length - 1] != ' ');
        g_assert_false (g_str_has_suffix (clean, "-journal") || g_str_has_suffix (clean, "-wal") || g_str_has_suffix (clean, "-shm"));
      }
}

static void
test_numbers (void)
{
  g_autofree char *first = wb_attachment_number_name ("Angebot.pdf", 1);
  g_autofree char *second = wb_attachment_number_name ("Angebot.pdf", 2);
  g_autofree char *bare = wb_attachment_number_name ("Angebot", 3);

  g_assert_cmpstr (first, ==, "Angebot.pdf");
  g_assert_cmpstr (second, ==, "Angebot (2).pdf");
  g_assert_cmpstr (bare, ==, "Angebot (3)");
}

static void
check_program (const char *name,
               const char *type,
               gboolean    program)
{
  g_autoptr (WbAttachment) about = wb_attachment_new ("r", name, type, 1, HASH);

  g_assert_cmpint (wb_attachment_is_program (about), ==, program);
}

static void
test_programs (void)
{
  check_program ("Beschluss.pdf", "application/pdf", FALSE);
  check_program ("Tabelle.ods", "application/vnd.oasis.opendocument.spreadsheet", FALSE);
  check_program ("Start.desktop", "text/plain", TRUE);
  check_program ("Beschluss.PDF.EXE", "application/pdf", TRUE);
  check_program ("Beschluss.pdf", "application/x-shellscript", TRUE);
  check_program ("Seite.html", "text/html", TRUE);
  check_program ("Start.jnlp", "text/plain", TRUE);
}

static void
check_bytes (const char *name,
             const char *start,
             gboolean    program)
{
  g_assert_cmpint (wb_attachment_holds_program (name, (const guint8 *) start, strlen (start)), ==, program);
}

/* Whatever it says of itself. */
static void
test_bytes (void)
{
  check_bytes ("Beschluss.pdf", "%PDF-1.4\n", FALSE);
  check_bytes ("Notiz.txt", "Guten Tag\n", FALSE);
  check_bytes ("Notiz.txt", "", FALSE);
  check_bytes ("Beschluss", "#!/bin/sh\nrm -r .\n", TRUE);
  check_bytes ("Beschluss.dat", "<!DOCTYPE html>\n<html><script>", TRUE);
}

static void
test_hash (void)
{
  g_assert_true (wb_attachment_is_hash (HASH));
  g_assert_false (wb_attachment_is_hash (""));
  g_assert_false (wb_attachment_is_hash ("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"));
  g_assert_false (wb_attachment_is_hash (HASH "0"));
}

/* A row of a foreign file. */
static void
test_read (void)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GPtrArray) list = NULL;
  const WbAttachment *about;
  const char *row = wb_answers_add_row (answers, "anlagen", NULL);

  wb_answers_set (answers, "anlagen", row, WB_ATTACHMENT_NAME, "../Plan.pdf");
  wb_answers_set (answers, "anlagen", row, WB_ATTACHMENT_SIZE, "-5");
  wb_answers_set (answers, "anlagen", row, WB_ATTACHMENT_HASH, "' OR 1");
  wb_answers_set (answers, "anlagen", row, WB_ATTACHMENT_NOTE, "zwei\nZeilen");
  wb_answers_add_row (answers, "anlagen", NULL);
  list = wb_attachment_list (answers, "anlagen");
  g_assert_cmpuint (list->len, ==, 2);
  about = g_ptr_array_index (list, 0);
  g_assert_cmpstr (about->row, ==, row);
  g_assert_cmpstr (about->name, ==, "Plan.pdf");
  g_assert_cmpint (about->size, ==, 0);
  g_assert_cmpstr (about->hash, ==, "");
  g_assert_cmpstr (about->note, ==, "zwei Zeilen");
  about = g_ptr_array_index (list, 1);
  g_assert_cmpstr (about->name, ==, "Attachment");
}

static void
test_columns (void)
{
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_ATTACHMENT, "anlagen", "Anlagen");

  g_assert_true (wb_field_type_has_rows (field->type));
  g_assert_true (wb_field_type_is_question (field->type));
  g_assert_false (wb_field_type_is_column (field->type));
  g_assert_cmpuint (field->columns->len, ==, 3);
  g_assert_nonnull (wb_field_get_column (field, WB_ATTACHMENT_NOTE));
  g_assert_null (wb_field_get_column (field, WB_ATTACHMENT_HASH));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attachment/names", test_names);
  g_test_add_func ("/attachment/long-names", test_long_names);
  g_test_add_func ("/attachment/cut-names", test_cut_names);
  g_test_add_func ("/attachment/bytes", test_bytes);
  g_test_add_func ("/attachment/numbers", test_numbers);
  g_test_add_func ("/attachment/programs", test_programs);
  g_test_add_func ("/attachment/hash", test_hash);
  g_test_add_func ("/attachment/read", test_read);
  g_test_add_func ("/attachment/columns", test_columns);

  return g_test_run ();
}
