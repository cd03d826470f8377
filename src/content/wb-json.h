/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Largest JSON text that is read, in bytes, and deepest nesting. */
#define WB_JSON_MAX_BYTES (4 * 1024 * 1024)
#define WB_JSON_MAX_DEPTH 64

/* Checks the whole text against the grammar (RFC 8259) without recursion: size, UTF-8, nesting, duplicate keys, numbers
 * of more than 15 digits, NUL characters. The message names line and column. */
gboolean  wb_json_scan        (const char  *text,
                               gsize        length,
                               GError     **error);
/* The same with another limit on the size, in bytes. */
gboolean  wb_json_scan_within (const char  *text,
                               gsize        length,
                               gsize        max_bytes,
                               GError     **error);
/* Scans, then builds the tree. WB_ERROR_INVALID with one sentence when that cannot be. (transfer full) */
JsonNode *wb_json_parse       (const char  *text,
                               gsize        length,
                               GError     **error);
/* The same with another limit on the size, in bytes. */
JsonNode *wb_json_parse_within (const char *text,
                                gsize       length,
                                gsize       max_bytes,
                                GError    **error);
/* The same for a file; one that is too large is not read at all. (transfer full) */
JsonNode *wb_json_load        (const char  *path,
                               GError     **error);
/* One line, members in the order in which they were added; numbers as they were read, which wb_json_scan() takes
 * again. (transfer full) */
char     *wb_json_to_string   (JsonNode    *node) G_GNUC_WARN_UNUSED_RESULT;
/* The same for people: a line for each member and element, indented by two blanks. (transfer full) */
char     *wb_json_to_lines    (JsonNode    *node) G_GNUC_WARN_UNUSED_RESULT;

/* A fault in a value: "sources[0].date", "is missing". */
typedef struct
{
  char *place;
  char *message;
} WbJsonFault;

/**
 * WbJsonReport:
 *
 * Where the faults of one reading go. The readers below never stop at a fault: they note it, give
 * a default and read on, so that one check names all faults.
 */
typedef struct
{
  gboolean strict;   /* unknown keys are faults too */
  GPtrArray *faults; /* WbJsonFault, owned */
} WbJsonReport;

WbJsonReport *wb_json_report_new         (gboolean       strict);
void          wb_json_report_free        (WbJsonReport  *self);
/* FALSE and the first fault as WB_ERROR_INVALID, when there is one. */
gboolean      wb_json_report_propagate   (WbJsonReport  *self,
                                          GError       **error);

/**
 * WbJson:
 *
 * A value and its place in the text. Lives on the stack of the reader; borrows the node and the
 * value it is part of. @node is NULL for a value that is not there.
 */
typedef struct _WbJson WbJson;

struct _WbJson
{
  JsonNode *node;
  WbJsonReport *report;

  /*< private >*/
  const WbJson *parent;
  const char *key;
  guint index;
};

/* How a member is read. */
typedef enum
{
  WB_JSON_OPTIONAL = 0,
  WB_JSON_REQUIRED = 1 << 0, /* a missing member is a fault; so is an empty text */
  WB_JSON_ID = 1 << 1,       /* lower-case ASCII letters, digits, hyphens */
  WB_JSON_DATE = 1 << 2,     /* ISO 8601 day that exists */
  WB_JSON_LINE = 1 << 3,     /* no line breaks, tabs or other control characters */
} WbJsonFlags;

WbJson      wb_json_root         (JsonNode      *node,
                                  WbJsonReport  *report);
/* A fault at @self; @key (nullable) names a member of it. */
void        wb_json_fault        (const WbJson  *self,
                                  const char    *key,
                                  const char    *format,
                                  ...) G_GNUC_PRINTF (3, 4);
/* TRUE when @self is an object; a fault otherwise. */
gboolean    wb_json_is_object    (const WbJson  *self);
/* In a strict report, a fault for each member that is not among the names. */
void        wb_json_allow        (const WbJson  *self,
                                  ...) G_GNUC_NULL_TERMINATED;
/* TRUE when the object @self has the member @key and it is not null. */
gboolean    wb_json_has          (const WbJson  *self,
                                  const char    *key);
/* Any member; its node is NULL when it is not there. */
WbJson      wb_json_member       (const WbJson  *self,
                                  const char    *key);
/* A text of at most @max_chars characters (0: no limit). NULL when missing or faulty. */
const char *wb_json_get_text     (const WbJson  *self,
                                  const char    *key,
                                  guint          max_chars,
                                  WbJsonFlags    flags);
/* The same, "" in place of NULL. */
const char *wb_json_get_text_or_empty (const WbJson  *self,
                                       const char    *key,
                                       guint          max_chars,
                                       WbJsonFlags    flags);
/* A whole number; @fallback when missing or faulty. */
int         wb_json_get_int      (const WbJson  *self,
                                  const char    *key,
                                  int            min,
                                  int            max,
                                  int            fallback,
                                  WbJsonFlags    flags);
/* A number, whole or not, from -1e12 to 1e12; @fallback when missing or faulty. */
double      wb_json_get_number   (const WbJson  *self,
                                  const char    *key,
                                  double         fallback,
                                  WbJsonFlags    flags);
gboolean    wb_json_get_boolean  (const WbJson  *self,
                                  const char    *key,
                                  gboolean       fallback,
                                  WbJsonFlags    flags);
/* The member as list in @array; returns its length, 0 when missing or faulty. REQUIRED: an empty list is a fault. */
guint       wb_json_get_array    (const WbJson  *self,
                                  const char    *key,
                                  guint          max_length,
                                  WbJsonFlags    flags,
                                  WbJson        *array);
/* The member as object in @object; FALSE when missing or faulty. */
gboolean    wb_json_get_object   (const WbJson  *self,
                                  const char    *key,
                                  WbJsonFlags    flags,
                                  WbJson        *object);
/* An element of a list. */
WbJson      wb_json_element      (const WbJson  *self,
                                  guint          index);
/* @self itself as text, for lists of texts. NULL when faulty. */
const char *wb_json_as_text      (const WbJson  *self,
                                  guint          max_chars,
                                  WbJsonFlags    flags);

/* TRUE for lower-case ASCII letters, digits and hyphens, beginning with a letter or digit, at most 80. */
gboolean    wb_json_is_id        (const char    *text);
/* TRUE for an ISO 8601 day that exists. */
gboolean    wb_json_is_date      (const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbJsonReport, wb_json_report_free)

G_END_DECLS
