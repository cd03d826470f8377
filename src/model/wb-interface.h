/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WbInterface:
 *
 * What an interface or standard adds to its text. Immutable; counted. What the source does not say is said in words.
 */
typedef struct
{
  /* Owned; never NULL unless said */
  char *owner;        /* who runs the standard */
  char *version;      /* the one that was seen */
  char *version_date; /* (nullable) ISO 8601 day; NULL: the source does not say */
  char *area;         /* what it is for */
  char *format;       /* how the data are written */
} WbInterface;

#define WB_TYPE_INTERFACE (wb_interface_get_type ())
GType        wb_interface_get_type (void);

/* @version_date is nullable. (transfer full) */
WbInterface *wb_interface_new      (const char  *owner,
                                    const char  *version,
                                    const char  *version_date,
                                    const char  *area,
                                    const char  *format);
WbInterface *wb_interface_ref      (WbInterface *self);
void         wb_interface_unref    (WbInterface *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbInterface, wb_interface_unref)

G_END_DECLS
