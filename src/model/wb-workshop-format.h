/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A block of the run sheet. */
typedef struct
{
  guint minutes;

  /* Owned */
  char *title;
  char *text; /* what the group does */
  char *note; /* (nullable) what the facilitator minds */
} WbWorkshopStep;

/**
 * WbWorkshopFormat:
 *
 * What a workshop format adds to its text: for whom, what for, and how it runs. Filled by the reader, immutable
 * afterwards; counted. The minutes of the steps add up to @minutes.
 */
typedef struct
{
  guint group_min; /* people */
  guint group_max;
  guint minutes;

  /* Owned; never NULL */
  char *purpose;
  char *outcome;
  GPtrArray *material; /* char *; may be empty */
  GPtrArray *steps;    /* WbWorkshopStep */
} WbWorkshopFormat;

#define WB_TYPE_WORKSHOP_FORMAT (wb_workshop_format_get_type ())
GType             wb_workshop_format_get_type     (void);

/* (transfer full) */
WbWorkshopFormat *wb_workshop_format_new          (const char       *purpose,
                                                   const char       *outcome);
WbWorkshopFormat *wb_workshop_format_ref          (WbWorkshopFormat *self);
void              wb_workshop_format_unref        (WbWorkshopFormat *self);
void              wb_workshop_format_add_material (WbWorkshopFormat *self,
                                                   const char       *thing);
/* @note is nullable. */
void              wb_workshop_format_add_step     (WbWorkshopFormat *self,
                                                   const char       *title,
                                                   guint             minutes,
                                                   const char       *text,
                                                   const char       *note);
/* Minutes from the beginning of the workshop to the beginning of the step @index; for the number of steps, their sum. */
guint             wb_workshop_format_get_start    (const WbWorkshopFormat *self,
                                                   guint                   index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbWorkshopFormat, wb_workshop_format_unref)

G_END_DECLS
