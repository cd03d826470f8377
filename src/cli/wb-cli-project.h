/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-cli.h"
#include "wb-guide.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/* Opens a project to change it, and reads its guide; NULL, with the reason on stderr, when that cannot be. (transfer full) both */
WbProjectFile *wb_cli_project_open   (const char  *path,
                                      WbGuide    **guide);
/* The same, only to read: nobody who opens it meanwhile is kept from writing, and the file stays as it is. But where it cannot be read so,
 * because a program that was ended left something half done, it is opened as wb_cli_project_open() does it: put right, and brought up to
 * this program's version. */
WbProjectFile *wb_cli_project_look   (const char  *path,
                                      WbGuide    **guide);
/* The same, and what answers link to is called by its title, where the library of the call can be opened. */
WbProjectFile *wb_cli_project_read   (WbCli       *cli,
                                      const char  *path,
                                      WbGuide    **guide);

/* Whether @output may be written for the project at @path: FALSE, with the reason on stderr, when both are one file, however it is named.
 * Writing it would destroy the project. */
gboolean       wb_cli_project_spares (const char *path,
                                      const char *output);

/* Only the guide of the project at @path; it knows titles, too. (transfer full) */
WbGuide       *wb_cli_project_read_guide (WbCli      *cli,
                                          const char *path);

/* Sets the answer @address, in the notation of "project set", to what somebody typed. Everything is checked before
 * anything is changed. WB_ERROR_NOT_FOUND or WB_ERROR_INVALID with a sentence that says how it is right. */
gboolean       wb_cli_answer_set     (WbGuide     *guide,
                                      WbAnswers   *answers,
                                      const char  *address,
                                      const char  *value,
                                      GError     **error);
/* The answer of a field in one text: of several choices and checklists the ids, of a person and a table what is filled
 * in, separated by commas and semicolons. "" when there is none. (transfer full) */
char          *wb_cli_answer_get     (const WbField *field,
                                      WbAnswers     *answers);

/* Called for each cell that is filled in, with its address in the notation of "project set". */
typedef void (*WbCliCellFunc) (const char *address,
                               const char *row,
                               const char *column,
                               const char *value,
                               gpointer    user_data);

/* The cells of persons, tables and checklists; of other fields the one that is the answer. */
void           wb_cli_answer_foreach (const WbField *field,
                                      WbAnswers     *answers,
                                      WbCliCellFunc  func,
                                      gpointer       user_data);

G_END_DECLS
