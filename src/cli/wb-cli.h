/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-library.h"

G_BEGIN_DECLS

/* Exit codes. */
enum
{
  WB_CLI_OK = 0,
  WB_CLI_FAILED = 1,     /* not found, faulty, not written */
  WB_CLI_WRONG_CALL = 2, /* the call itself was wrong */
};

/* The option that names the file to write; @path: char *. */
#define WB_CLI_OUTPUT_OPTION(path) { "output", 'o', 0, G_OPTION_ARG_FILENAME, (path), N_("Write to this file"), N_("FILE") }

typedef struct _WbCli WbCli;

/* One command: "project new", what follows it in a call, and what it does in a line and in a few. */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description; /* (nullable) */
  int (*run) (WbCli  *cli,
              int     argc,
              char  **argv);
} WbCliCommand;

/**
 * WbCli:
 *
 * One call of wegbereiter-cli.
 */
struct _WbCli
{
  const WbCliCommand *command;

  /* Owned */
  char *library;  /* --library; NULL: the bundled one */
  char **operands; /* what remains of the call after the options */
  guint n_operands;
};

/* The whole program. */
int        wb_cli_main            (int                  argc,
                                   char               **argv);

/* Reads the options of the command, and --library. FALSE, with the reason on stderr, when the call is wrong: fewer than
 * @min or more than @max operands, or an unknown option. */
gboolean   wb_cli_parse           (WbCli               *cli,
                                   int                  argc,
                                   char               **argv,
                                   const GOptionEntry  *options,
                                   guint                min,
                                   guint                max);
/* Says on stderr what is wrong with the call and how it is right. Returns WB_CLI_WRONG_CALL. */
int        wb_cli_wrong_call      (WbCli               *cli,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (2, 3);
/* Says on stderr what went wrong. Returns WB_CLI_FAILED. */
int        wb_cli_fail            (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
/* A word to people, on stderr. */
void       wb_cli_note            (const char          *text);
/* Writes to stdout, in UTF-8 whatever the locale. */
void       wb_cli_print           (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
/* Writes a cell of a line of output: tabs, line breaks and backslashes as \t, \n, \\. */
void       wb_cli_print_escaped   (const char          *text);
/* WB_CLI_OK, or WB_CLI_FAILED when the output could not be written. */
int        wb_cli_finish          (void);
/* TRUE when @kind (nullable: TRUE) is the name of a kind; otherwise says so, with the names there are. */
gboolean   wb_cli_check_kind      (WbCli               *cli,
                                   const char          *kind);
/* Where the library lies that packs are put on: the one of the call or the bundled one; NULL, with the reason on stderr, when there is
 * none. (transfer full) */
char      *wb_cli_find_bundled    (WbCli               *cli);
/* The library of the call, or else the bundled one with the user's content packs; NULL, with the reason on stderr, when it cannot be
 * opened. (transfer full) */
WbLibrary *wb_cli_open_library    (WbCli               *cli);
/* The same where it only makes things more readable: NULL without a word. (transfer full) (nullable) */
WbLibrary *wb_cli_try_library     (WbCli               *cli);

/* The commands. */
int        wb_cli_list            (WbCli *cli, int argc, char **argv);
int        wb_cli_search          (WbCli *cli, int argc, char **argv);
int        wb_cli_show            (WbCli *cli, int argc, char **argv);
int        wb_cli_export          (WbCli *cli, int argc, char **argv);
int        wb_cli_project_new     (WbCli *cli, int argc, char **argv);
int        wb_cli_project_set     (WbCli *cli, int argc, char **argv);
int        wb_cli_project_show    (WbCli *cli, int argc, char **argv);
int        wb_cli_project_check   (WbCli *cli, int argc, char **argv);
int        wb_cli_project_attach  (WbCli *cli, int argc, char **argv);
int        wb_cli_project_attachments (WbCli *cli, int argc, char **argv);
int        wb_cli_project_attachment (WbCli *cli, int argc, char **argv);
int        wb_cli_project_detach  (WbCli *cli, int argc, char **argv);
int        wb_cli_project_purge   (WbCli *cli, int argc, char **argv);
int        wb_cli_project_history (WbCli *cli, int argc, char **argv);
int        wb_cli_project_restore (WbCli *cli, int argc, char **argv);
int        wb_cli_project_dossier (WbCli *cli, int argc, char **argv);
int        wb_cli_project_merge   (WbCli *cli, int argc, char **argv);
int        wb_cli_project_contribute (WbCli *cli, int argc, char **argv);
int        wb_cli_project_tasks   (WbCli *cli, int argc, char **argv);
int        wb_cli_project_missing (WbCli *cli, int argc, char **argv);
int        wb_cli_project_form    (WbCli *cli, int argc, char **argv);
int        wb_cli_project_copies  (WbCli *cli, int argc, char **argv);
int        wb_cli_project_salvage (WbCli *cli, int argc, char **argv);
int        wb_cli_learning_list   (WbCli *cli, int argc, char **argv);
int        wb_cli_learning_export (WbCli *cli, int argc, char **argv);
int        wb_cli_learning_merge  (WbCli *cli, int argc, char **argv);
int        wb_cli_learning_certificate (WbCli *cli, int argc, char **argv);
int        wb_cli_diagnosis_list  (WbCli *cli, int argc, char **argv);
int        wb_cli_diagnosis_export (WbCli *cli, int argc, char **argv);
int        wb_cli_user_letterhead (WbCli *cli, int argc, char **argv);
int        wb_cli_content_check   (WbCli *cli, int argc, char **argv);
int        wb_cli_content_build   (WbCli *cli, int argc, char **argv);
int        wb_cli_content_schema  (WbCli *cli, int argc, char **argv);
int        wb_cli_content_pack    (WbCli *cli, int argc, char **argv);
int        wb_cli_content_keygen  (WbCli *cli, int argc, char **argv);
int        wb_cli_pack_inspect    (WbCli *cli, int argc, char **argv);
int        wb_cli_pack_import     (WbCli *cli, int argc, char **argv);
int        wb_cli_pack_list       (WbCli *cli, int argc, char **argv);
int        wb_cli_pack_rollback   (WbCli *cli, int argc, char **argv);
int        wb_cli_pack_remove     (WbCli *cli, int argc, char **argv);
int        wb_cli_pack_trust      (WbCli *cli, int argc, char **argv);

G_END_DECLS
