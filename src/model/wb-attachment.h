/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-field.h"

G_BEGIN_DECLS

/* The largest file that is taken in, and what all of a project may come to: a project is copied to sticks and sent by mail, and
 * each copy that is kept of it holds them, too. Bytes, as g_format_size() counts. */
#define WB_ATTACHMENT_MAX_BYTES (20 * 1000 * 1000)
#define WB_ATTACHMENT_MAX_PROJECT_BYTES (100 * 1000 * 1000)
/* The longest name of a file, in bytes. */
#define WB_ATTACHMENT_MAX_NAME 200

/* The columns of a question of the type WB_FIELD_ATTACHMENT. The first three are shown like those of any table; the last three are
 * no columns of the question, and nobody sets them. */
#define WB_ATTACHMENT_NAME "name"
#define WB_ATTACHMENT_DATE "date" /* the day it was attached */
#define WB_ATTACHMENT_NOTE "note"
#define WB_ATTACHMENT_TYPE "type" /* media type */
#define WB_ATTACHMENT_SIZE "size" /* bytes */
#define WB_ATTACHMENT_HASH "hash" /* SHA-256 of the bytes, 64 hexadecimal digits: where the bytes are found */

/**
 * WbAttachment:
 *
 * A file that was attached to a project, without its bytes. In the answers it is a row of its question, so that it is taken back,
 * merged and found like any row; the bytes are kept elsewhere in the project file, by their hash.
 *
 * What stands in a project file may have been written by anybody: @name is one that can be used for a file (see
 * wb_attachment_clean_name()), the other texts are one line each.
 */
typedef struct
{
  gint64 size; /* bytes; 0 when it is not known */

  /* Owned; never NULL */
  char *row;
  char *name;
  char *type;
  char *note;
  char *date; /* ISO 8601 day, or "" */
  char *hash; /* "" when what stands there is none */
} WbAttachment;

/* The strings are copied, NULL is the same as "", and made safe. (transfer full) */
WbAttachment *wb_attachment_new        (const char   *row,
                                        const char   *name,
                                        const char   *type,
                                        gint64        size,
                                        const char   *hash);
void          wb_attachment_free       (WbAttachment *self);
/* What stands in a row of @field. (transfer full) */
WbAttachment *wb_attachment_read       (WbAnswers    *answers,
                                        const char   *field,
                                        const char   *row);
/* The attachments of @field in order: WbAttachment. (transfer full) */
GPtrArray    *wb_attachment_list       (WbAnswers    *answers,
                                        const char   *field) G_GNUC_WARN_UNUSED_RESULT;

/* A name that can be used for a file on any disk and says what it is: without folders, control and invisible characters, and nothing
 * that turns the direction of writing round; not hidden, no device, not longer than WB_ATTACHMENT_MAX_NAME. The ending stays, but one that
 * SQLite would take for a journal of the database beside it gets a "_". (transfer full) */
char         *wb_attachment_clean_name (const char   *name);
/* The same with a number, for the @n-th of that name: "Angebot (2).pdf". (transfer full) */
char         *wb_attachment_number_name (const char  *name,
                                         guint        n);
gboolean      wb_attachment_is_hash    (const char   *text);
/* Whether opening such a file could start a program: what is so is only saved, never opened. By its name and media type. */
gboolean      wb_attachment_is_program (const WbAttachment *self);
/* The same by the bytes themselves: @start are the first @size bytes (some 4 KiB are enough) of a file called @name. What stands in a
 * project file about an attachment may be wrong; this asks the same database of types as whatever opens the file. */
gboolean      wb_attachment_holds_program (const char   *name,
                                           const guint8 *start,
                                           gsize         size);
/* Adds the columns that are shown to a question. */
void          wb_attachment_add_columns (WbField     *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbAttachment, wb_attachment_free)

G_END_DECLS
