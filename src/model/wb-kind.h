/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbKind:
 *
 * What a library entry is. The names given by wb_kind_to_string() are used in files, on the
 * command line and in the database.
 */
typedef enum
{
  WB_KIND_USE_CASE,
  WB_KIND_PLAYBOOK,
  WB_KIND_TEMPLATE,
  WB_KIND_CHECKLIST,
  WB_KIND_GUIDE,
  WB_KIND_COURSE,
  WB_KIND_LESSON,
  WB_KIND_TERM,
  WB_KIND_LAW,
  WB_KIND_WORKSHOP_FORMAT,
  WB_KIND_DATA_MODEL,
  WB_KIND_INTERFACE,
  WB_KIND_SOLUTION,
  WB_KIND_BARRIER,
  WB_KIND_CIRCLE,
} WbKind;

#define WB_N_KINDS (WB_KIND_CIRCLE + 1)

/* "use-case", "playbook" …; static. */
const char *wb_kind_to_string   (WbKind      kind);
/* FALSE, and @kind untouched, when @name (nullable) is no kind. */
gboolean    wb_kind_from_string (const char *name,
                                 WbKind     *kind);
/* Translated name for one entry ("Use case") and for many ("Use cases"); static. */
const char *wb_kind_get_label   (WbKind      kind);
const char *wb_kind_get_plural  (WbKind      kind);

G_END_DECLS
