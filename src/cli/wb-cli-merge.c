/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "wb-cli-project.h"
#include "wb-cli.h"
#include "wb-deck-order.h"
#include "wb-file.h"
#include "wb-merge-words.h"
#include "wb-merge.h"
#include "wb-project-fork.h"

/* The files of a call: BASE is NULL where the histories say what both come from. */
typedef struct
{
  WbCli *cli;
  const char *base;
  const char *mine;
  const char *theirs;
  const char *output;
} Files;

static gboolean
parse_side (const char    *text,
            WbMergeChoice *choice)
{
  if (g_str_equal (text, "mine"))
    *choice = WB_MERGE_MINE;
  else if (g_str_equal (text, "theirs"))
    *choice = WB_MERGE_THEIRS;
  else if (g_str_equal (text, "both"))
    *choice = WB_MERGE_BOTH;
  else
    return FALSE;

  return TRUE;
}

/* "3=theirs" */
static gboolean
apply_choice (WbMerge    *merge,
              const char *text)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (merge);
  WbMergeChoice choice;
  WbMergeUnit *conflict;
  char *end;
  guint64 number;

  errno = 0;
  number = g_ascii_strtoull (text, &end, 10);
  if (errno != 0 || *end != '=' || !g_ascii_isdigit (*text) || !parse_side (end + 1, &choice))
    {
      wb_cli_fail (_("“%s” is no choice; it is written like 3=mine, 3=theirs or 3=both."), text);
      return FALSE;
    }
  if (number < 1 || number > conflicts->len)
    {
      wb_cli_fail (_("There is no conflict number %s; there are %u."), text, conflicts->len);
      return FALSE;
    }
  conflict = g_ptr_array_index (conflicts, number - 1);
  if (choice == WB_MERGE_BOTH && !conflict->can_join)
    {
      wb_cli_fail (_("Of conflict %s only one side can be taken."), text);
      return FALSE;
    }
  wb_merge_choose (merge, conflict, choice);

  return TRUE;
}

/* @prefer: WB_MERGE_OPEN for none; @choices: (nullable) NULL-terminated. */
static gboolean
decide (WbMerge        *merge,
        WbMergeChoice   prefer,
        char          **choices)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (merge);

  for (guint i = 0; prefer != WB_MERGE_OPEN && i < conflicts->len; i++)
    wb_merge_choose (merge, g_ptr_array_index (conflicts, i), prefer);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    if (!apply_choice (merge, choices[i]))
      return FALSE;

  return TRUE;
}

/* @number: 0 for none. */
static void
print_line (const char *kind,
            guint       number,
            const char *words)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  wb_cli_print ("%s\t%s\t", kind, text);
  wb_cli_print_escaped (words);
  wb_cli_print ("\n");
}

static void
print_merge (WbMerge             *merge,
             const WbProjectFork *fork,
             WbGuide             *guide)
{
  GPtrArray *incoming = wb_merge_get_incoming (merge);
  GPtrArray *refused = wb_merge_get_refused (merge);
  GPtrArray *conflicts = wb_merge_get_conflicts (merge);

  for (guint i = 0; i < incoming->len; i++)
    {
      const WbMergeUnit *unit = g_ptr_array_index (incoming, i);
      g_autofree char *words = wb_merge_incoming_to_words (unit, guide, fork->my_answers, fork->their_answers);

      print_line ("incoming", 0, words);
    }
  for (guint i = 0; i < refused->len; i++)
    {
      const WbMergeUnit *unit = g_ptr_array_index (refused, i);
      g_autofree char *words = wb_merge_refused_to_words (unit, guide, fork->their_answers);

      print_line ("left-out", 0, words);
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *words = wb_merge_conflict_to_words (g_ptr_array_index (conflicts, i), guide, fork->my_answers,
                                                           fork->their_answers);

      print_line ("conflict", i + 1, words);
    }
}

static void
step_failed_cb (WbProjectFile *project,
                const GError  *reason,
                GError       **failure)
{
  if (*failure == NULL)
    *failure = g_error_copy (reason);
}

/* Takes @result. */
static gboolean
merge_into (const char      *path,
            WbProjectState  *result,
            const char      *token,
            const char      *other,
            GError         **error)
{
  g_autoptr (WbProjectFile) project = wb_project_file_open (path, error);
  GError *failure = NULL;

  if (project == NULL)
    {
      wb_project_state_free (result);
      return FALSE;
    }
  if (wb_project_file_get_read_only (project))
    {
      wb_project_state_free (result);
      g_set_error_literal (error, WB_ERROR, WB_ERROR_READ_ONLY, wb_project_file_get_read_only_reason (project));
      return FALSE;
    }
  g_signal_connect (project, "step-failed", G_CALLBACK (step_failed_cb), &failure);
  wb_project_file_merge (project, result, token, other);
  if (!wb_project_file_flush (project, error))
    return FALSE;
  /* What came of it is said through the main context. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return wb_project_file_close (project, error);
}

/* The copy has a name that says nothing to anybody. */
static void
name_output (GError     *failure,
             const char *unfinished,
             const char *output)
{
  g_autofree char *hidden = g_filename_display_basename (unfinished);
  g_autofree char *name = g_filename_display_basename (output);
  g_auto (GStrv) parts = g_strsplit (failure->message, hidden, -1);

  g_free (failure->message);
  failure->message = g_strjoinv (name, parts);
}

/* A copy of mine becomes both, and has its name when it is. Takes @result. */
static int
write_merge (const Files         *files,
             const WbProjectFork *fork,
             WbProjectState      *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unfinished = wb_project_fork_begin (files->mine, files->output, &error);
  GError *failure = NULL;

  if (unfinished == NULL)
    {
      wb_project_state_free (result);
      return wb_cli_fail ("%s", error->message);
    }
  if (merge_into (unfinished, result, fork->my_token, files->theirs, &failure)
      && wb_file_place (unfinished, files->output, 0600, &failure))
    return wb_cli_finish ();
  g_unlink (unfinished);
  name_output (failure, unfinished, files->output);
  wb_file_set_fill_error (files->output, failure, &error);

  return wb_cli_fail ("%s", error->message);
}

/* Without the library, slides that only one side moved may look as if both had. */
static void
fill_orders (WbCli         *cli,
             WbProjectFork *fork,
             WbGuide       *guide)
{
  g_autoptr (WbLibrary) library = NULL;

  if (!wb_deck_order_is_missing (fork->base, fork->mine, fork->theirs))
    return;
  library = wb_cli_open_library (cli);
  if (library != NULL)
    wb_deck_order_fill (fork->base, fork->mine, fork->theirs, guide, library);
}

static int
merge_files (const Files   *files,
             WbMergeChoice  prefer,
             char         **choices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFork) fork = wb_project_fork_read (files->mine, files->theirs, files->base, &error);
  g_autoptr (WbProjectFile) project = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbMerge) merge = NULL;
  WbProjectState *result;
  guint n_open;

  if (fork == NULL)
    return wb_cli_fail ("%s", error->message);
  guide = wb_cli_project_read_guide (files->cli, files->mine);
  if (guide == NULL)
    return WB_CLI_FAILED;
  fill_orders (files->cli, fork, guide);
  merge = wb_merge_new (fork->base, fork->mine, fork->theirs, guide);
  if (!decide (merge, prefer, choices))
    return WB_CLI_FAILED;
  print_merge (merge, fork, guide);
  n_open = wb_merge_count_open (merge);
  if (n_open > 0)
    return wb_cli_fail (ngettext ("%u conflict is not decided, so nothing was written; --choose NUMBER=mine|theirs or --prefer mine|theirs decides.",
                                  "%u conflicts are not decided, so nothing was written; --choose NUMBER=mine|theirs or --prefer mine|theirs decides.",
                                  n_open), n_open);
  result = wb_merge_make_result (merge);
  wb_project_fork_mark (fork, result);

  return write_merge (files, fork, result);
}

int
wb_cli_project_merge (WbCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *prefer = NULL;
  g_auto (GStrv) choices = NULL;
  const GOptionEntry options[] = {
    { "choose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices, N_("Decide one conflict: its number, “=”, and mine, theirs or both"),
      N_("NUMBER=SIDE") },
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &prefer, N_("Decide all other conflicts: mine or theirs"), N_("SIDE") },
    WB_CLI_OUTPUT_OPTION (&path),
    { NULL },
  };
  WbMergeChoice side = WB_MERGE_OPEN;
  Files files = { 0 };

  if (!wb_cli_parse (cli, argc, argv, options, 2, 3))
    return WB_CLI_WRONG_CALL;
  if (path == NULL)
    return wb_cli_wrong_call (cli, _("The file to write is missing: -o FILE."));
  if (prefer != NULL && (!parse_side (prefer, &side) || side == WB_MERGE_BOTH))
    return wb_cli_wrong_call (cli, _("“%s” is no side; it is mine or theirs."), prefer);

  files.cli = cli;
  files.base = cli->n_operands == 3 ? cli->operands[0] : NULL;
  files.mine = cli->operands[cli->n_operands - 2];
  files.theirs = cli->operands[cli->n_operands - 1];
  files.output = path;

  return merge_files (&files, side, choices);
}
