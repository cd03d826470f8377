/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-spool-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A part of the bytes of a file: one value, such as a dictionary with its brackets. */
typedef struct
{
  const char *start;
  const char *end;
} WbPdfSpan;

/**
 * WbPdfFile:
 *
 * A PDF that was just written by Cairo, to be changed in places and written again. What is not changed is copied as it is,
 * so one pass over the file is enough. Understands plain files only: one table of objects, no objects inside of streams
 * (Cairo writes such for PDF 1.4). Objects are named by their number; all have the generation 0.
 */
typedef struct _WbPdfFile WbPdfFile;

/* What becomes of the data of a stream. (transfer full) */
typedef GBytes *(*WbPdfFilterFunc) (const char *data,
                                    gsize       length);

/* It borrows @spool, whose bytes are the file. NULL when the file is of another make. (transfer full) */
WbPdfFile  *wb_pdf_file_new            (WbSpool          *spool);
void        wb_pdf_file_free           (WbPdfFile        *self);
/* One more than the highest number. */
guint       wb_pdf_file_get_n_objects  (WbPdfFile        *self);
/* The value of the object @n, of streams the dictionary. FALSE when there is none. */
gboolean    wb_pdf_file_get_object     (WbPdfFile        *self,
                                        guint             n,
                                        WbPdfSpan        *value);
/* The dictionary behind the table of objects. */
WbPdfSpan   wb_pdf_file_get_trailer    (WbPdfFile        *self);
/* What the value of @key ("/Name") leads to, through a reference too. FALSE when there is none. */
gboolean    wb_pdf_file_follow         (WbPdfFile        *self,
                                        WbPdfSpan         dictionary,
                                        const char       *key,
                                        WbPdfSpan        *value);

/* Changes; nothing of them is seen by the functions above. */
void        wb_pdf_file_replace        (WbPdfFile        *self,
                                        WbPdfSpan         old,
                                        const char       *text);
/* Puts @text ("/Key value") before the end of @dictionary. */
void        wb_pdf_file_insert         (WbPdfFile        *self,
                                        WbPdfSpan         dictionary,
                                        const char       *text);
/* Replaces the data of the stream @n by what @filter makes of it, one stream after the other when the file is written: those of all
 * pages take much room. FALSE when it is none or compressed in an unknown way. */
gboolean    wb_pdf_file_filter_stream  (WbPdfFile        *self,
                                        guint             n,
                                        WbPdfFilterFunc   filter);
/* A new object; returns its number. */
guint       wb_pdf_file_add            (WbPdfFile        *self,
                                        const char       *body);
void        wb_pdf_file_remove         (WbPdfFile        *self,
                                        guint             n);
/* Appends the file to @out, with an identifier made of the content. FALSE when a stream is broken or there is no room. */
gboolean    wb_pdf_file_write          (WbPdfFile        *self,
                                        WbSpool          *out);

/* Values. */
/* The first one that begins at @start or behind blanks there. FALSE when it is broken or there is none. */
gboolean    wb_pdf_span_read           (const char       *start,
                                        const char       *end,
                                        WbPdfSpan        *value);
gboolean    wb_pdf_span_get            (WbPdfSpan         dictionary,
                                        const char       *key,
                                        WbPdfSpan        *value);
gboolean    wb_pdf_span_equals         (WbPdfSpan         span,
                                        const char       *text);
/* The number of the object that the reference leads to; 0 when it is none. */
guint       wb_pdf_span_get_reference  (WbPdfSpan         span);
/* Goes on to the next item of @array; *@item begins as { NULL, NULL }. */
gboolean    wb_pdf_span_next           (WbPdfSpan         array,
                                        WbPdfSpan        *item);
/* The end of the string "(…)" that begins at @p: brackets inside are nested or escaped. NULL when it does not end. */
const char *wb_pdf_skip_string         (const char       *p,
                                        const char       *end);
/* @text as a PDF string with its brackets. (transfer full) */
char       *wb_pdf_quote               (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPdfFile, wb_pdf_file_free)

G_END_DECLS
