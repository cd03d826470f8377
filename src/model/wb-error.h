/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbError:
 * @WB_ERROR_INVALID: what was handed in breaks a rule; the message names the place
 * @WB_ERROR_NOT_FOUND: there is no such file, entry or field
 * @WB_ERROR_FOREIGN: the file is not one of ours
 * @WB_ERROR_CORRUPT: the file is ours but damaged
 * @WB_ERROR_NEWER: the file was written by a newer version of the program
 * @WB_ERROR_READ_ONLY: the medium or file cannot be written
 * @WB_ERROR_NO_SPACE: the disk is full
 * @WB_ERROR_BUSY: somebody else holds the file
 * @WB_ERROR_CONSTRAINT: the change breaks a rule of the database
 * @WB_ERROR_CANCELLED: stopped on request
 * @WB_ERROR_FAILED: everything else
 *
 * Every message is one plain sentence, translated, fit for the user's eyes.
 */
typedef enum
{
  WB_ERROR_INVALID,
  WB_ERROR_NOT_FOUND,
  WB_ERROR_FOREIGN,
  WB_ERROR_CORRUPT,
  WB_ERROR_NEWER,
  WB_ERROR_READ_ONLY,
  WB_ERROR_NO_SPACE,
  WB_ERROR_BUSY,
  WB_ERROR_CONSTRAINT,
  WB_ERROR_CANCELLED,
  WB_ERROR_FAILED,
} WbError;

#define WB_ERROR (wb_error_quark ())
GQuark wb_error_quark (void);

G_END_DECLS
