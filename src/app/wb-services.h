/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-backup-store.h"
#include "wb-glossary.h"
#include "wb-library.h"
#include "wb-open-projects.h"
#include "wb-pack-store.h"
#include "wb-register.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbServices:
 *
 * What the widgets work with, handed to each as the construct property "services": the library, the user's own
 * data and the register of municipalities. Nothing is fetched from a global place, so that every widget can be built alone in a test.
 */
#define WB_TYPE_SERVICES (wb_services_get_type ())
G_DECLARE_FINAL_TYPE (WbServices, wb_services, WB, SERVICES, GObject)

/* @register_folder: where the register's tables lie; read when first asked for. (transfer full) */
WbServices   *wb_services_new                   (WbLibrary            *library,
                                                 WbUserStore          *store,
                                                 const char           *register_folder);
/* (transfer none), never NULL */
WbLibrary    *wb_services_get_library           (WbServices           *self);
WbUserStore  *wb_services_get_store             (WbServices           *self);
/* The content packs that @library may hold; NULL, as at first, where there are none to work with: the library was named by hand. */
void          wb_services_set_packs             (WbServices           *self,
                                                 WbPackStore          *packs);
/* (transfer none) (nullable) */
WbPackStore  *wb_services_get_packs             (WbServices           *self);
/* The projects that are open in a window. (transfer none) */
WbOpenProjects *wb_services_get_open_projects   (WbServices           *self);
/* Where copies of the projects are kept; NULL, as at first, where none are. */
void          wb_services_set_backups           (WbServices           *self,
                                                 WbBackupStore        *backups);
/* (transfer none) (nullable) */
WbBackupStore *wb_services_get_backups          (WbServices           *self);
/* The library's terms; read the first time. (transfer none) */
WbGlossary   *wb_services_get_glossary          (WbServices           *self);
/* The register; loaded in a worker the first time. */
void          wb_services_get_register_async    (WbServices           *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
/* (transfer none) */
WbRegister   *wb_services_get_register_finish   (WbServices           *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
