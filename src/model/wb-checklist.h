/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-field.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  char *title;
  GPtrArray *items; /* WbOption: id, label, note = hint (nullable) */
} WbChecklistGroup;

/**
 * WbChecklist:
 *
 * The items of a checklist entry. Filled by the reader, then treated as immutable.
 */
#define WB_TYPE_CHECKLIST (wb_checklist_get_type ())
G_DECLARE_FINAL_TYPE (WbChecklist, wb_checklist, WB, CHECKLIST, GObject)

WbChecklist      *wb_checklist_new            (void);
/* (transfer none) */
WbChecklistGroup *wb_checklist_add_group      (WbChecklist      *self,
                                               const char       *title);
void              wb_checklist_add_item       (WbChecklist      *self,
                                               WbChecklistGroup *group,
                                               const char       *id,
                                               const char       *text,
                                               const char       *hint);
void              wb_checklist_add_signature  (WbChecklist      *self,
                                               const char       *label);
/* (nullable) */
const char       *wb_checklist_get_intro      (WbChecklist      *self);
void              wb_checklist_set_intro      (WbChecklist      *self,
                                               const char       *intro);
/* Arrays of WbChecklistGroup and of char *. (transfer none) */
GPtrArray        *wb_checklist_get_groups     (WbChecklist      *self);
GPtrArray        *wb_checklist_get_signatures (WbChecklist      *self);

G_END_DECLS
