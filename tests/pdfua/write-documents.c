/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "wb-certificate.h"
#include "wb-collection-shelf.h"
#include "wb-council-source.h"
#include "wb-diagnosis-report.h"
#include "wb-diagnosis-source.h"
#include "wb-document-shelf.h"
#include "wb-dossier.h"
#include "wb-error.h"
#include "wb-export.h"
#include "wb-payload-reader.h"
#include "wb-test-document.h"

/*
 * write-documents LIBRARY FOLDER EVERY NTH [short|odf]: writes each document that the program can offer, as PDF into FOLDER: of every
 * EVERYth entry of LIBRARY all there are, every NTH of each project, empty and filled, comparisons, collections, the report of a self-check, the
 * confirmation of attendance; slides also as handouts; and documents of 1, 40 and 400 pages; short: of 1 page only; odf: of 1 page
 * only, and all as OpenDocument in place of PDF.
 */

#define NOON 1795348800 /* 22 November 2026 */

typedef struct
{
  WbLibrary *library;
  const char *folder;
  guint every;
  guint nth;
  gboolean is_short;
  gboolean is_odf;
  guint n_written;
} Writer;

static void
write_as (Writer     *self,
          WbDocument *document,
          const char *name,
          const char *format)
{
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  WbExportOptions options;

  if (!wb_export_parse (format, &options))
    g_error ("There is no format %s", format);
  file = g_strdup_printf ("%s-%s%s", name, format, wb_export_get_suffix (options.format));
  path = g_build_filename (self->folder, file, NULL);
  /* Those without lines with notes. */
  options.handout.notes = !options.handout.lines;
  if (!wb_export_write (document, &options, path, NULL, &error))
    g_error ("%s: %s", file, error->message);
  self->n_written++;
}

static void
write_odf (Writer     *self,
           WbDocument *document,
           const char *name)
{
  const gboolean is_deck = wb_document_get_format (document) == WB_DOCUMENT_DECK;

  write_as (self, document, name, is_deck ? "odp" : "odt");
  if (wb_export_is_possible (document, WB_EXPORT_SPREADSHEET, NULL))
    write_as (self, document, name, "ods");
}

/* As pages or slides, and slides on sheets as well. Takes the document. */
static void
write_document (Writer     *self,
                WbDocument *taken,
                const char *name,
                GError     *error)
{
  g_autoptr (WbDocument) document = taken;

  if (document == NULL)
    g_error ("%s: %s", name, error->message);

  if (self->is_odf)
    {
      write_odf (self, document, name);
      return;
    }

  write_as (self, document, name, "pdf");
  if (wb_document_get_format (document) != WB_DOCUMENT_DECK)
    return;
  write_as (self, document, name, "handout1");
  write_as (self, document, name, "handout2");
  write_as (self, document, name, "handout3");
  write_as (self, document, name, "handout6");
}

static void
write_item (Writer     *self,
            const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_item (self->library, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < offers->len; i++)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);
      g_autofree char *name = g_strdup_printf ("entry-%s-%s", id, offer->name);
      WbDocument *document = wb_document_shelf_build_item (self->library, id, offer->name, NULL, &error);

      write_document (self, document, name, error);
    }
}

/* The ids of all entries of @kind. */
static GPtrArray *
list_ids (Writer *self,
          WbKind  kind)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = wb_library_list (self->library, kind, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (items, i);

      g_ptr_array_add (ids, g_strdup (wb_item_get_id (item)));
    }

  return ids;
}

static void
write_items (Writer *self)
{
  guint n = 0;

  for (guint kind = 0; kind < WB_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) ids = list_ids (self, kind);

      /* The first of each kind in any case. */
      for (guint i = 0; i < ids->len; i++)
        if (i == 0 || n++ % self->every == 0)
          write_item (self, g_ptr_array_index (ids, i));
    }
}

static const char *
example_of (WbFieldType  type,
            GPtrArray   *options)
{
  switch (type)
    {
    case WB_FIELD_LONG_TEXT:
      return "Erster Absatz mit Umlauten: Größe, Straße, Prüfung.\nZweiter Absatz – mit „Anführung“ und 35 €.";
    case WB_FIELD_CHOICE:
    case WB_FIELD_CHOICES:
    case WB_FIELD_CHECKLIST:
      return options->len > 0 ? ((const WbOption *) g_ptr_array_index (options, 0))->id : "";
    case WB_FIELD_DATE:
      return "2026-11-24";
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
      return "3";
    case WB_FIELD_YES_NO:
      return "yes";
    case WB_FIELD_TEXT:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    default:
      return "Jugendhilfeplanung & Sozialräume";
    }
}

static void
fill_rows (WbAnswers     *answers,
           const WbField *field)
{
  for (guint i = 0; i < 3; i++)
    {
      const char *row = wb_answers_add_row (answers, field->id, NULL);

      for (guint j = 0; j < field->columns->len; j++)
        {
          const WbColumn *column = g_ptr_array_index (field->columns, j);

          /* One cell stays empty. */
          if (i != 1 || j != 0)
            wb_answers_set (answers, field->id, row, column->id, example_of (column->type, column->options));
        }
    }
}

static void
fill_field (WbAnswers     *answers,
            const WbField *field)
{
  switch (field->type)
    {
    case WB_FIELD_PERSON:
      wb_answers_set (answers, field->id, "", "name", "Alex Beispiel");
      wb_answers_set (answers, field->id, "", "role", "Daten-Champion");
      wb_answers_set (answers, field->id, "", "contact", "alex@beispiel.invalid");
      break;
    case WB_FIELD_CHOICES:
      for (guint i = 0; i < field->options->len; i += 2)
        wb_answers_set (answers, field->id, ((const WbOption *) g_ptr_array_index (field->options, i))->id, "", "1");
      break;
    case WB_FIELD_CHECKLIST:
      for (guint i = 0; i < field->options->len; i += 2)
        {
          const WbOption *option = g_ptr_array_index (field->options, i);

          wb_answers_set (answers, field->id, option->id, "done", "1");
          wb_answers_set (answers, field->id, option->id, "owner", "Alex Beispiel");
          wb_answers_set (answers, field->id, option->id, "date", "2026-11-24");
          wb_answers_set (answers, field->id, option->id, "note", "Beim Fachamt nachfragen");
        }
      break;
    case WB_FIELD_TABLE:
      fill_rows (answers, field);
      break;
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_YES_NO:
    default:
      wb_answers_set (answers, field->id, "", "", example_of (field->type, field->options));
      break;
    }
}

static void
write_offers (Writer        *self,
              WbProjectFile *project,
              WbGuide       *guide,
              const char    *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (project, guide, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < offers->len; i += self->nth)
    {
      const WbOffer *offer = g_ptr_array_index (offers, i);
      g_autofree char *name = g_strdup_printf ("project-%s-%s-%s", state, wb_guide_get_id (guide), offer->name);
      WbDocument *document = wb_document_shelf_build_project (self->library, project, guide, offer->name, &error);

      write_document (self, document, name, error);
    }
}

static void
write_dossier (Writer        *self,
               WbProjectFile *project,
               WbGuide       *guide,
               const char    *state)
{
  g_autofree char *name = g_strdup_printf ("dossier-%s-%s", state, wb_guide_get_id (guide));
  g_autoptr (GError) error = NULL;
  WbDocument *document;

  g_assert_true (wb_project_file_flush (project, &error));
  document = wb_dossier_build (self->library, project, guide, NULL, &error);
  write_document (self, document, name, error);
}

/* What is missing before the council meets. The file is up to date. */
static void
write_missing (Writer        *self,
               WbProjectFile *project,
               WbGuide       *guide,
               const char    *state)
{
  g_autofree char *name = g_strdup_printf ("missing-%s-%s", state, wb_guide_get_id (guide));
  g_autoptr (WbCouncilSource) source = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, 11, 2026);
  source = wb_council_source_read (self->library, wb_project_file_get_path (project), &today, &error);
  g_assert_no_error (error);
  write_document (self, wb_council_source_build (source, &today), name, NULL);
}

static void
write_project (Writer         *self,
               const char     *id,
               WbMunicipality *town)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "project.wegbereiter", NULL);
  g_autoptr (WbItem) item = wb_library_get_item (self->library, id, &error);
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbProjectFile) project = NULL;
  GPtrArray *steps;

  g_assert_no_error (error);
  guide = wb_guide_from_json (id, wb_item_get_title (item), wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  project = wb_project_file_create (path, "Sozialräume verstehen", id, wb_item_get_title (item), wb_item_get_payload (item), NULL,
                                    town, &error);
  g_assert_no_error (error);

  write_offers (self, project, guide, "empty");
  write_dossier (self, project, guide, "empty");
  write_missing (self, project, guide, "empty");
  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        fill_field (wb_project_file_get_answers (project), g_ptr_array_index (step->fields, j));
    }
  write_offers (self, project, guide, "filled");
  write_dossier (self, project, guide, "filled");
  write_missing (self, project, guide, "filled");

  g_assert_true (wb_project_file_close (project, &error));
  g_unlink (path);
}

static void
write_projects (Writer *self)
{
  g_autoptr (GPtrArray) guides = list_ids (self, WB_KIND_GUIDE);
  g_autoptr (WbMunicipality) town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", "Ludwigslust-Parchim", "",
                                                         "Mecklenburg-Vorpommern", "19230", 12143);

  for (guint i = 0; i < guides->len; i++)
    write_project (self, g_ptr_array_index (guides, i), town);
}

static void
write_selections (Writer *self)
{
  g_autoptr (GPtrArray) ids = list_ids (self, WB_KIND_USE_CASE);
  g_autoptr (GPtrArray) laws = list_ids (self, WB_KIND_LAW);
  g_autoptr (GPtrArray) collected = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collected_free);
  g_autoptr (GError) error = NULL;
  const char *two[3] = { NULL };
  const char *three[4] = { NULL };

  if (ids->len < 6 || laws->len < 1)
    return;

  for (guint i = 0; i < 2; i++)
    two[i] = g_ptr_array_index (ids, i);
  for (guint i = 0; i < 3; i++)
    three[i] = g_ptr_array_index (ids, 2 + i);
  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (collected, wb_collected_new (g_ptr_array_index (ids, i), i % 2 == 0 ? "Passt zu uns & ist günstig." : NULL));
  g_ptr_array_add (collected, wb_collected_new (g_ptr_array_index (laws, 0), "Vor dem Start lesen"));

  write_document (self, wb_collection_shelf_compare (self->library, two, NULL, &error), "compare-2", error);
  write_document (self, wb_collection_shelf_compare (self->library, three, NULL, &error), "compare-3", error);
  write_document (self, wb_collection_shelf_build (self->library, "Für den Rat", collected, FALSE, NULL, &error),
                  "collection-pages", error);
  write_document (self, wb_collection_shelf_build (self->library, "Für den Rat", collected, TRUE, NULL, &error),
                  "collection-deck", error);
}

/* A self-check of @people; somewhat better for a higher @shift. */
static WbAssessment *
create_assessment (GPtrArray *barriers,
                   guint      people,
                   guint      shift)
{
  WbAssessment *assessment = wb_assessment_new (1 + shift, NOON + shift * 86400, people > 1, "Runde im Rathaus");

  for (guint i = 0; i < barriers->len; i++)
    {
      const WbDiagnosisBarrier *barrier = g_ptr_array_index (barriers, i);

      for (guint j = 0; j < barrier->barrier->statements->len; j++)
        {
          const WbBarrierStatement *statement = g_ptr_array_index (barrier->barrier->statements, j);
          WbTally tally = { { 0 } };

          for (guint k = 0; k < people; k++)
            tally.counts[(i + j + k + shift) % WB_N_REPLIES]++;
          if ((i + j) % 7 != 3)
            wb_assessment_set_tally (assessment, barrier->id, statement->id, &tally);
        }
    }

  return assessment;
}

static void
write_reports (Writer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) barriers = wb_diagnosis_source_list_barriers (self->library, &error);
  g_autoptr (GPtrArray) circles = wb_diagnosis_source_list_circles (self->library, &error);
  g_autoptr (WbAssessment) earlier = create_assessment (barriers, 1, 0);
  g_autoptr (WbAssessment) group = create_assessment (barriers, 5, 1);
  g_autoptr (WbAssessment) empty = wb_assessment_new (9, NOON, FALSE, NULL);

  g_assert_no_error (error);
  write_document (self, wb_diagnosis_report_new (WB_DOCUMENT_PAGES, group, earlier, barriers, circles, NULL, self->library),
                  "report-pages", NULL);
  write_document (self, wb_diagnosis_report_new (WB_DOCUMENT_DECK, group, NULL, barriers, circles, NULL, self->library),
                  "report-deck", NULL);
  write_document (self, wb_diagnosis_report_new (WB_DOCUMENT_PAGES, empty, NULL, barriers, circles, NULL, self->library),
                  "report-empty", NULL);
}

static void
write_certificate (Writer *self)
{
  g_autoptr (WbAttendance) attendance = wb_attendance_new ();
  g_autoptr (WbLearner) learner = wb_learner_new ("Kim");
  g_autoptr (WbLesson) lesson = wb_lesson_new (12, "Ziel", NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  wb_lesson_add_question (lesson, WB_QUESTION_SINGLE, "q1", "Was?", "Darum.");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      if (i < 6)
        wb_learner_add_finished (learner, wb_finished_new (id, "k", NOON));
      wb_attendance_add (attendance, id, "Lektion mit einer langen Überschrift, die umbricht", lesson, learner);
    }
  write_document (self, wb_certificate_build ("Kim <Beispiel>", "Datenschutz", "Sie können prüfen.", attendance, NOON, utc),
                  "certificate", NULL);
}

static void
write_lengths (Writer *self)
{
  write_document (self, wb_test_document_new (1), "length-1", NULL);
  if (self->is_short)
    return;

  write_document (self, wb_test_document_new (48), "length-40", NULL);
  write_document (self, wb_test_document_new (540), "length-400", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = NULL;
  Writer self = { NULL };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("WB_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (argc < 5 || argc > 6)
    g_error ("Usage: write-documents LIBRARY FOLDER EVERY NTH [short|odf]");

  library = wb_library_open (argv[1], &error);
  g_assert_no_error (error);
  self = (Writer) { library, argv[2], MAX (1, (guint) g_ascii_strtoull (argv[3], NULL, 10)),
                    MAX (1, (guint) g_ascii_strtoull (argv[4], NULL, 10)), argc == 6,
                    argc == 6 && strcmp (argv[5], "odf") == 0, 0 };

  write_items (&self);
  write_projects (&self);
  write_selections (&self);
  write_reports (&self);
  write_certificate (&self);
  write_lengths (&self);
  g_print ("%u\n", self.n_written);

  return 0;
}
