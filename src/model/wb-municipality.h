/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  WB_SIZE_SMALL,  /* under 20,000 inhabitants */
  WB_SIZE_MEDIUM, /* 20,000 to under 100,000 */
  WB_SIZE_LARGE,  /* 100,000 and more */
  WB_SIZE_REGION, /* a county, or an association of municipalities from 20,000 on */
} WbSizeClass;

/**
 * WbMunicipality:
 *
 * A municipality, county or association out of the register (Gemeindeverzeichnis, Destatis).
 * Immutable.
 */
#define WB_TYPE_MUNICIPALITY (wb_municipality_get_type ())
G_DECLARE_FINAL_TYPE (WbMunicipality, wb_municipality, WB, MUNICIPALITY, GObject)

/* @key: 8-digit AGS of a municipality, 5-digit key of a county, 9-digit key of an association; text,
 * since leading zeros count. @kind: "Stadt", "Kreis", "Amt" … as the register says. @district,
 * @association, @postcode may be NULL or "". */
WbMunicipality *wb_municipality_new             (const char *key,
                                                 const char *name,
                                                 const char *kind,
                                                 const char *district,
                                                 const char *association,
                                                 const char *state,
                                                 const char *postcode,
                                                 guint       population);
const char     *wb_municipality_get_key         (WbMunicipality *self);
/* The official name, "Hagenow, Stadt", and the one people use, "Hagenow". */
const char     *wb_municipality_get_name        (WbMunicipality *self);
const char     *wb_municipality_get_short_name  (WbMunicipality *self);
const char     *wb_municipality_get_kind        (WbMunicipality *self);
/* Never NULL; "" where there is none. */
const char     *wb_municipality_get_district    (WbMunicipality *self);
const char     *wb_municipality_get_association (WbMunicipality *self);
const char     *wb_municipality_get_state       (WbMunicipality *self);
const char     *wb_municipality_get_postcode    (WbMunicipality *self);
guint           wb_municipality_get_population  (WbMunicipality *self);
/* Two letters, the value id of the facet "state"; NULL for a foreign key. */
const char     *wb_municipality_get_state_code  (WbMunicipality *self);
gboolean        wb_municipality_is_municipality (WbMunicipality *self);
WbSizeClass     wb_municipality_get_size_class  (WbMunicipality *self);
/* "klein", "mittel", "gross", "kreis": value id of the facet "size"; static. */
const char     *wb_size_class_to_string         (WbSizeClass     size);

G_END_DECLS
