/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "wb-cli-text.h"
#include "wb-data-paths.h"
#include "wb-pack-store.h"

#define PROGRAM "wegbereiter-cli"
#define HELP_WIDTH 79

static const WbCliCommand commands[] = {
  { "list", "[--kind KIND]", N_("List the entries of the library"),
    N_("Prints one line an entry: id, kind and title, separated by tabs."), wb_cli_list },
  { "search", "[--kind KIND] [--limit N] QUERY", N_("Search the library"),
    N_("Prints one line a hit: id, kind and title, separated by tabs; best first. Several words are looked for together, "
       "\"words in quotation marks\" as a phrase. Nothing found is no failure."),
    wb_cli_search },
  { "show", "ID", N_("Print an entry as plain text"), NULL, wb_cli_show },
  { "export", "ID|PROJECTFILE [--document NAME] [--format FORMAT] [--plain] -o FILE",
    N_("Write a document of an entry or a project"),
    N_("A FILE that is there already is replaced, but only once the new one is complete. With --list nothing is written; "
       "the documents on offer are printed: name and title, separated by a tab.\n"
       "FORMAT is one of\n"
       "  pdf        pages A4, slides 16:9\n"
       "  odt        pages as a text document (OpenDocument), to go on writing\n"
       "  ods        the tables as sheets (OpenDocument), to go on calculating\n"
       "  odp        slides (OpenDocument), to go on changing\n"
       "  handout1   the slides on paper, one on a page, as PDF; also handout2, handout3 (with lines) and handout6"),
    wb_cli_export },
  { "project new", "--guide ID -o FILE [--title TITLE] [--town KEY]", N_("Begin a project"),
    N_("Writes a new project file. A FILE that is there already is left as it is. KEY is the official key of a municipality "
       "(8 digits), county (5) or association (9)."),
    wb_cli_project_new },
  { "project set", "FILE FIELD VALUE", N_("Answer a question of a project"),
    N_("FIELD names the answer:\n"
       "  goal          a text, date, rating or choice\n"
       "  lead.name     a part of a person: name, role or contact\n"
       "  data          several choices, as ids separated by commas\n"
       "  data/age      one of several choices: yes or no\n"
       "  check/law.done  a part of an item of a checklist: done, owner, date or note\n"
       "  plan/2.task   a cell of a table by the number of its row; plan/+.task adds a row\n"
       "An empty VALUE takes the answer back. Options stand before FILE."),
    wb_cli_project_set },
  { "project show", "[--parts] FILE", N_("Print the answers of a project"),
    N_("Prints one line a question, answered or not: field and value, separated by a tab. With --parts those of persons, tables and "
       "checklists that are answered stand below it, in the notation of “project set”. "
       "Tabs and line breaks in a value appear as \\t and \\n, a backslash as \\\\."),
    wb_cli_project_show },
  { "project check", "FILE", N_("Look for damage in a project file"), NULL, wb_cli_project_check },
  { "project attach", "[--note TEXT] FILE FIELD PATH…", N_("Attach files to a project"),
    N_("FIELD is a field of the type “attachment”; “project show” names all fields. The files are copied into the project: all, or none. One may have "
       "20 MB at most, all of a project 100 MB. Prints one line a file: its number, as “project attachments” prints it, and its name, "
       "separated by a tab."),
    wb_cli_project_attach },
  { "project attachments", "FILE", N_("List the files that are attached to a project"),
    N_("Prints one line a file: FIELD/NUMBER, name, size in bytes, media type, day and note, separated by tabs."),
    wb_cli_project_attachments },
  { "project attachment", "-o OUT FILE FIELD/NUMBER", N_("Take a copy of a file out of a project"),
    N_("It is checked to be what was attached. OUT may be a folder; then the file is called as in the project, and nothing that is there "
       "is replaced. An OUT that is a file already is replaced."),
    wb_cli_project_attachment },
  { "project detach", "FILE FIELD/NUMBER", N_("Remove a file from a project"),
    N_("It can be had again, as any earlier state can, until “project purge”."), wb_cli_project_detach },
  { "project purge", "FILE", N_("Take removed files out of a project for good"),
    N_("Prints how many bytes that were. Earlier states then name the files but do not hold them any more. Copies of the project that were "
       "made before still do, those that the window keeps among them."),
    wb_cli_project_purge },
  { "project history", "FILE", N_("List what was changed in a project, and when"),
    N_("Prints one line a change, the oldest first: number of the state, time, what was done, what changed, separated by tabs. "
       "States that changed several answers have several lines."),
    wb_cli_project_history },
  { "project restore", "--at NUMBER -o FILE FILE", N_("Write an earlier state of a project to a new file"),
    N_("NUMBER is that of “project history”; 0 is the beginning. The first FILE must not exist; the other one is not changed."),
    wb_cli_project_restore },
  { "project dossier", "FILE [--leave-out NAME] -o DIR", N_("Write everything of a project into a folder"),
    N_("DIR must not exist, or be empty: all is written there, or nothing. It gets one PDF with what is missing, cover sheet, decisions, "
       "answers, documents and sources, each document as a file to go on working with, and the attached files. NAME is a part that is to stay out: decisions, "
       "answers, attachments, sources, files, or a document as “export --list” names it; it may be given several times."),
    wb_cli_project_dossier },
  { "project merge", "[--choose NUMBER=SIDE]… [--prefer SIDE] -o FILE [BASE] MINE THEIRS", N_("Merge two copies of a project"),
    N_("MINE and THEIRS are copies that went different ways; BASE is what both come from, and only needed where their histories do not "
       "say. Prints one line for each change that comes in from THEIRS, each that is left out because nobody could have answered like that, and "
       "each conflict: incoming, left-out or conflict, the number of the conflict, what it is, separated by tabs. While a "
       "conflict is not decided, nothing is written. SIDE is mine or theirs; for long texts also both, one below the other. "
       "FILE must not exist; the others are not changed."),
    wb_cli_project_merge },
  { "project contribute", "FILE [--reviewed] [--leave-out NUMBER] [--text NUMBER=TEXT] [--keep NUMBER] [--key FILE] -o PACK",
    N_("Make an entry for other towns out of a project"),
    N_("Prints all that would go out, a line a piece: number, “out” or “stays”, what it is, and the text, separated by tabs; below it what "
       "was replaced because it says who somebody is (“replaced”), and what still does (“personal”). Nothing is written then.\n"
       "With --reviewed the content pack is written; not while something personal would go out. --leave-out, --text and --keep may be "
       "given several times."),
    wb_cli_project_contribute },
  { "project tasks", "[--all] [--events] [-o FILE.ics] [FILE…]", N_("List what is to be done in projects, also for a calendar"),
    N_("Without FILE, of the projects that were open in the window. Prints one line a task, by day: day, “open”, “done” or “date”, project, task and who "
       "does it, separated by tabs. With -o it writes an iCalendar file (.ics) instead; reading that again changes what was read before. "
       "A project that cannot be read is named, the others are listed, and the exit code is 1."),
    wb_cli_project_tasks },
  { "project missing", "FILE [--meeting DAY] [--hand-in DAY] [--format FORMAT] [-o FILE]", N_("List what is missing before the council meets"),
    N_("Prints one line for each: what it is about (day, late, paper, undecided, people, task), “must” or “should”, day it is due, days left until "
       "then, field of the guide, what is missing, and why, separated by tabs. With -o it writes a checklist instead: pdf or odt. "
       "DAY is written as 2027-01-12 and kept in the project; until when the papers are to be handed in, the office of the council knows."),
    wb_cli_project_missing },
  { "project form", "FILE (--step ID | --phase ID) [--filled] [--return-to TEXT] [--plain] -o FILE", N_("Write a step as a form to hand to somebody"),
    N_("Writes a PDF with the questions of the step or phase, why each is asked, an example, and room to write on; what comes back is "
       "typed in later. With --filled the answers so far stand in it. A FILE that is there already is replaced."),
    wb_cli_project_form },
  { "project copies", "[--copy NUMBER -o FILE] [--copies DIR] FILE", N_("List the copies that were kept of a project"),
    N_("Prints one line a copy, the newest first: number, time, size in bytes, what was changed since, and path, separated by tabs. "
       "With --copy that one is written to a new file. The last FILE may be damaged or gone; it is not changed."),
    wb_cli_project_copies },
  { "project salvage", "-o FILE FILE", N_("Save what can be read of a damaged project to a new file"),
    N_("Prints one line for each thing that was saved or could not be. The first FILE must not exist; the other one is not changed."),
    wb_cli_project_salvage },
  { "learning list", "[--user-data FILE]", N_("List those who learn on this laptop"),
    N_("Prints one line a person: name, finished lessons and answers, separated by tabs. The guest has no name."),
    wb_cli_learning_list },
  { "learning export", "[--learner NAME] [--user-data FILE] -o FILE", N_("Write learning progress to a file"),
    N_("Without --learner that of everybody. A FILE that is there already is replaced."), wb_cli_learning_export },
  { "learning merge", "[--user-data FILE] FILE", N_("Add learning progress from a file"),
    N_("People of the same name are taken for the same person: all answers are kept, of each question the latest one counts. "
       "Doing it twice changes nothing more."),
    wb_cli_learning_merge },
  { "learning certificate", "[--learner NAME] [--name NAME] [--user-data FILE] -o FILE COURSE",
    N_("Write a confirmation of attendance as PDF"),
    N_("COURSE is the id of a learning path; all its lessons must be finished. A FILE that is there already is replaced."),
    wb_cli_learning_certificate },
  { "diagnosis list", "[--user-data FILE]", N_("List the self-checks “Where we stand”"),
    N_("Prints one line a self-check, the latest first: number, day, finished or draft, people, statements answered, statements there "
       "are, and title, separated by tabs."),
    wb_cli_diagnosis_list },
  { "diagnosis export", "[--document report|deck] [--compare NUMBER] [--user-data FILE] -o FILE [NUMBER]",
    N_("Write the report of a self-check as PDF"),
    N_("Without NUMBER that of the latest one that is finished. A FILE that is there already is replaced, but only once the new one is "
       "complete."),
    wb_cli_diagnosis_export },
  { "user letterhead", "[--name TEXT] [--picture FILE] [--accent COLOUR] [--look ID] …", N_("Show or set the user's letterhead"),
    N_("Without options that set something it prints one line a part: what and its value, separated by a tab. It stands on all documents that are "
       "written afterwards, but for those of “export --plain”. A colour in which text could not be read on white is used in a darker "
       "tone."),
    wb_cli_user_letterhead },
  { "content check", "DIR", N_("List the faults in a folder of entries"),
    N_("Prints one line a fault: file, place and what is wrong."), wb_cli_content_check },
  { "content build", "DIR -o FILE", N_("Compile a folder of entries into a library"),
    N_("Refuses while there are faults. The same entries give the same bytes."), wb_cli_content_build },
  { "content schema", "ID [-o FILE]", N_("Write a data model as Frictionless Table Schema"),
    N_("Prints the schema as JSON, or writes it to FILE; a FILE that is there already is replaced."),
    wb_cli_content_schema },
  { "content pack", "DIR [--key FILE] -o FILE", N_("Put a folder of entries into one file, a content pack"),
    N_("DIR holds pack.json (id, title, publisher, version, date, licence) and the entries in the folders of their kinds. Refuses while "
       "there are faults; links may lead into the library. The same entries give the same bytes."),
    wb_cli_content_pack },
  { "content keygen", "-o FILE", N_("Make a key for signing content packs"),
    N_("FILE is secret and readable by you alone; one that is there is left as it is. Prints the fingerprint that others compare."),
    wb_cli_content_keygen },
  { "pack inspect", "FILE", N_("Look into a content pack"),
    N_("Prints what the pack says of itself, its signature (valid, none or wrong), the fingerprint of the key, and one line an entry: "
       "id, kind and title. Faults go to the standard error stream."),
    wb_cli_pack_inspect },
  { "pack import", "[--accept-unsigned] [--allow-downgrade] [--dry-run] [--packs FILE] FILE", N_("Add a content pack to the library"),
    N_("Prints one line for each entry that is added, changed or removed: what happens, id, kind and title. All of the pack is imported or "
       "nothing. Notes and bookmarks stay."),
    wb_cli_pack_import },
  { "pack list", "[--packs FILE]", N_("List the content packs in the library"),
    N_("Prints one line a pack: id, version, its date, the day of the import, signature (trusted, valid, wrong or none), publisher and "
       "title, separated by tabs."),
    wb_cli_pack_list },
  { "pack rollback", "[--packs FILE]", N_("Go back to the packs before the last import or removal"), NULL, wb_cli_pack_rollback },
  { "pack remove", "[--packs FILE] ID", N_("Take a content pack out of the library"), NULL, wb_cli_pack_remove },
  { "pack trust", "[--forget FINGERPRINT] [--packs FILE] [FILE]", N_("Trust the key that signed a content pack"),
    N_("Compare the fingerprint that is printed with the one the publisher tells you by another way. Without FILE the trusted keys are "
       "listed: fingerprint, since when, and whose."),
    wb_cli_pack_trust },
};

static void
print_error (const char *message)
{
  /* What was printed before stands before it, on paper and in pipes too. */
  fflush (stdout);
  fprintf (stderr, "%s: %s\n", PROGRAM, message);
}

static void
print_usage (FILE               *file,
             const WbCliCommand *command)
{
  if (command != NULL)
    fprintf (file, _("Usage: %s %s [OPTION…] %s\n"), PROGRAM, command->name, command->arguments);
  else
    fprintf (file, _("Usage: %s [--library FILE] COMMAND …\n"), PROGRAM);
}

int
wb_cli_wrong_call (WbCli      *cli,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  print_error (message);
  print_usage (stderr, cli->command);
  if (cli->command != NULL)
    fprintf (stderr, _("Try “%s %s --help” for more.\n"), PROGRAM, cli->command->name);
  else
    fprintf (stderr, _("Try “%s --help” for more.\n"), PROGRAM);

  return WB_CLI_WRONG_CALL;
}

int
wb_cli_fail (const char *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  print_error (message);

  return WB_CLI_FAILED;
}

void
wb_cli_note (const char *text)
{
  fprintf (stderr, "%s\n", text);
}

void
wb_cli_print (const char *format,
              ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
}

void
wb_cli_print_escaped (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      fputs ("\\n", stdout);
    else if (*p == '\t')
      fputs ("\\t", stdout);
    else if (*p == '\r')
      fputs ("\\r", stdout);
    else if (*p == '\\')
      fputs ("\\\\", stdout);
    else
      putchar (*p);
}

int
wb_cli_finish (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return WB_CLI_OK;

  return wb_cli_fail (_("The output could not be written: %s."), g_strerror (errno));
}

gboolean
wb_cli_check_kind (WbCli      *cli,
                   const char *kind)
{
  g_autoptr (GString) names = g_string_new (NULL);
  WbKind value;

  if (kind == NULL || wb_kind_from_string (kind, &value))
    return TRUE;

  for (guint i = 0; i < WB_N_KINDS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", wb_kind_to_string (i));
  wb_cli_wrong_call (cli, _("There is no kind “%s”, only %s."), kind, names->str);

  return FALSE;
}

char *
wb_cli_find_bundled (WbCli *cli)
{
  g_autoptr (GError) error = NULL;
  char *path = cli->library != NULL ? g_strdup (cli->library) : wb_data_paths_find_library (&error);

  if (path == NULL)
    wb_cli_fail ("%s", error->message);

  return path;
}

static WbLibrary *
open_with_packs (const char  *bundled,
                 GError     **error)
{
  g_autofree char *packs = wb_pack_store_find_path ();
  g_autoptr (WbPackStore) store = wb_pack_store_new (packs, bundled);
  g_autofree char *notice = NULL;
  WbLibrary *library = wb_pack_store_open_library (store, &notice, error);

  if (notice != NULL)
    wb_cli_note (notice);

  return library;
}

WbLibrary *
wb_cli_open_library (WbCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wb_cli_find_bundled (cli);
  WbLibrary *library;

  if (path == NULL)
    return NULL;
  library = cli->library != NULL ? wb_library_open (path, &error) : open_with_packs (path, &error);
  if (library == NULL)
    wb_cli_fail ("%s", error->message);

  return library;
}

WbLibrary *
wb_cli_try_library (WbCli *cli)
{
  g_autofree char *path = cli->library != NULL ? g_strdup (cli->library) : wb_data_paths_find_library (NULL);
  g_autofree char *packs = wb_pack_store_find_path ();
  g_autoptr (WbPackStore) store = NULL;
  g_autofree char *notice = NULL;

  if (path == NULL)
    return NULL;
  if (cli->library != NULL)
    return wb_library_open (path, NULL);
  store = wb_pack_store_new (packs, path);

  return wb_pack_store_open_library (store, &notice, NULL);
}

static gboolean
has_operands (WbCli *cli,
              guint  min,
              guint  max)
{
  if (cli->n_operands < min)
    {
      wb_cli_wrong_call (cli, g_dngettext (GETTEXT_PACKAGE, "The call wants %u argument, here are %u.",
                                           "The call wants %u arguments, here are %u.", min),
                         min, cli->n_operands);
      return FALSE;
    }
  if (cli->n_operands > max)
    {
      wb_cli_wrong_call (cli, _("“%s” is too much in the call."), cli->operands[max]);
      return FALSE;
    }
  for (guint i = 0; i < cli->n_operands; i++)
    if (!g_utf8_validate (cli->operands[i], -1, NULL))
      {
        wb_cli_wrong_call (cli, _("Argument %u is not valid UTF-8."), i + 1);
        return FALSE;
      }

  return TRUE;
}

/* GOption does not break lines; lines that are set in stay as they are. (transfer full) */
static char *
wrap_description (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (_(text), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != ' ')
      {
        char *wrapped = wb_cli_text_wrap (lines[i], HELP_WIDTH);

        g_free (lines[i]);
        lines[i] = wrapped;
      }

  return g_strjoinv ("\n", lines);
}

gboolean
wb_cli_parse (WbCli               *cli,
              int                  argc,
              char               **argv,
              const GOptionEntry  *options,
              guint                min,
              guint                max)
{
  const GOptionEntry common[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &cli->library, N_("Use this library in place of the bundled one"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cli->operands, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (cli->command->arguments);
  g_autofree char *name = g_strconcat (PROGRAM, " ", cli->command->name, NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, cli->command->summary);
  if (cli->command->description != NULL)
    {
      g_autofree char *description = wrap_description (cli->command->description);

      g_option_context_set_description (context, description);
    }
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  /* What follows the first operand may begin with a hyphen: it is somebody's answer. */
  g_option_context_set_strict_posix (context, cli->command->run == wb_cli_project_set);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      wb_cli_wrong_call (cli, "%s.", error->message);
      return FALSE;
    }
  cli->n_operands = cli->operands != NULL ? g_strv_length (cli->operands) : 0;

  return has_operands (cli, min, max);
}

static void
print_help (void)
{
  g_autofree char *status = NULL;

  print_usage (stdout, NULL);
  wb_cli_print ("%s\n\n%s\n", _("The library and the projects of Wegbereiter from the command line."), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    wb_cli_print ("  %-15s %s\n", commands[i].name, _(commands[i].summary));
  wb_cli_print ("\n%s\n", _("Options:"));
  wb_cli_print ("  --library FILE %s\n", _("Use this library in place of the bundled one"));
  wb_cli_print ("  --help         %s\n", _("Print this help; after a command: how it is called"));
  wb_cli_print ("  --version      %s\n", _("Print the version"));
  status = wrap_description (N_("Exit status: 0 when all is well, 1 when something failed or was not found, "
                                "2 when the call was wrong."));
  wb_cli_print ("\n%s\n", status);
}

/* The command @argv begins with; *@n_words gets 1 or 2. */
static const WbCliCommand *
find_command (int     argc,
              char  **argv,
              int    *n_words)
{
  g_autofree char *pair = argc > 1 ? g_strconcat (argv[0], " ", argv[1], NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, argv[0]) || g_strcmp0 (commands[i].name, pair) == 0)
        {
          *n_words = strchr (commands[i].name, ' ') != NULL ? 2 : 1;
          return &commands[i];
        }
    }

  return NULL;
}

/* "project", "learning", "content" … without a second word that is known. */
static gboolean
is_group (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_has_prefix (commands[i].name, word) && commands[i].name[strlen (word)] == ' ')
      return TRUE;

  return FALSE;
}

static int
refuse_command (WbCli  *cli,
                int     argc,
                char  **argv)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *word = g_utf8_make_valid (argv[0], -1);
  gboolean group = is_group (word);
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!group || (strncmp (commands[i].name, word, length) == 0 && commands[i].name[length] == ' '))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", commands[i].name);

  if (group && (argc < 2 || argv[1][0] == '-'))
    return wb_cli_wrong_call (cli, _("“%s” is half a command; there are %s."), word, names->str);

  return wb_cli_wrong_call (cli, _("There is no command “%s%s%s”, only %s."), word, group ? " " : "",
                            group ? argv[1] : "", names->str);
}

static int
run_command (WbCli  *cli,
             int     argc,
             char  **argv)
{
  g_autofree char **rest = NULL;
  int n_words = 1;

  cli->command = find_command (argc, argv, &n_words);
  if (cli->command == NULL)
    return refuse_command (cli, argc, argv);

  /* GOption wants the program's name first. */
  rest = g_new0 (char *, argc - n_words + 2);
  rest[0] = (char *) PROGRAM;
  for (int i = n_words; i < argc; i++)
    rest[i - n_words + 1] = argv[i];

  return cli->command->run (cli, argc - n_words + 1, rest);
}

static int
run (WbCli  *cli,
     int     argc,
     char  **argv)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &cli->library, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return wb_cli_wrong_call (cli, "%s.", error->message);

  if (help || version)
    {
      if (help)
        print_help ();
      else
        wb_cli_print ("%s %s\n", PROGRAM, WB_VERSION);
      return wb_cli_finish ();
    }
  if (argc < 2)
    return wb_cli_wrong_call (cli, _("A command is missing."));

  return run_command (cli, argc - 1, argv + 1);
}

/* What went wrong is said once, in the answer to the call; the log beside it is for those who ask for it. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  if ((level & G_LOG_LEVEL_MESSAGE) != 0 && g_getenv ("G_MESSAGES_DEBUG") == NULL)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
wb_cli_main (int    argc,
             char **argv)
{
  WbCli cli = { NULL };
  int status;

  setlocale (LC_ALL, "");
  /* A limit on the size of files is to be an error like a full disk, not the end. */
  signal (SIGXFSZ, SIG_IGN);
  g_log_set_writer_func (write_log, NULL, NULL);
  bindtextdomain (GETTEXT_PACKAGE, WB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* ngettext() looks here. */
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (PROGRAM);

  status = run (&cli, argc, argv);
  g_free (cli.library);
  g_strfreev (cli.operands);

  return status;
}
