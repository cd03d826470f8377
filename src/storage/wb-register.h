/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-municipality.h"

G_BEGIN_DECLS

/**
 * WbRegister:
 *
 * The register of municipalities (10,751) and of counties and associations (1,497) out of two tables beside the
 * library, read into memory. Loading takes some 50 ms, so the window does it in a worker; a search takes one to three.
 *
 * Source of the figures: Gemeindeverzeichnis GV100AD of 30.11.2025, population 31.12.2024;
 * Statistische Ämter des Bundes und der Länder / Statistisches Bundesamt (Destatis), 2025.
 */
#define WB_TYPE_REGISTER (wb_register_get_type ())
G_DECLARE_FINAL_TYPE (WbRegister, wb_register, WB, REGISTER, GObject)

/* @folder holds municipalities.tsv and districts-and-associations.tsv. (transfer full) */
WbRegister     *wb_register_load        (const char      *folder,
                                         GError         **error);
void            wb_register_load_async  (const char          *folder,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
WbRegister     *wb_register_load_finish (GAsyncResult    *result,
                                         GError         **error);
guint           wb_register_get_n_items (WbRegister      *self);
/* (nullable) (transfer none) */
WbMunicipality *wb_register_get         (WbRegister      *self,
                                         const char      *key);
/* What people type: any spelling of umlauts, "St." for "Sankt", hyphens or spaces, "Frankfurt a. M.", a postcode, name and county
 * in any order, "Güstrow Land". Best first: the exact name, names that begin so, names with such a word; larger
 * towns first among equals. @municipalities FALSE looks among counties and associations only; TRUE also brings one of those where
 * its whole name was typed ("Güstrow Land", "Landkreis Rostock") and no municipality is called so. GListModel of
 * WbMunicipality, at most @limit (0: all). (transfer full) */
GListModel     *wb_register_search      (WbRegister      *self,
                                         const char      *text,
                                         gboolean         municipalities,
                                         guint            limit);
/* Source and date, as one translated line. */
const char     *wb_register_get_source  (void);

G_END_DECLS
