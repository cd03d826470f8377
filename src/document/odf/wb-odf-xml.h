/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WbOdfXml:
 *
 * One XML part of an OpenDocument file being written, or a piece of one. What is no valid UTF-8 or may not stand in XML
 * (control characters) never reaches it.
 */
typedef struct _WbOdfXml WbOdfXml;

/* A piece without a root, to be put into another. (transfer full) */
WbOdfXml *wb_odf_xml_new        (void);
/* A part whose root is @root ("office:document-content"), with all namespaces and the version. (transfer full) */
WbOdfXml *wb_odf_xml_new_part   (const char *root);
void      wb_odf_xml_free       (WbOdfXml   *self);
/* Elements and attributes with their usual prefix: "text:p", "xlink:href". @value NULL: no attribute. */
void      wb_odf_xml_begin      (WbOdfXml   *self,
                                 const char *name);
void      wb_odf_xml_end        (WbOdfXml   *self);
void      wb_odf_xml_attribute  (WbOdfXml   *self,
                                 const char *name,
                                 const char *value);
void      wb_odf_xml_printf     (WbOdfXml   *self,
                                 const char *name,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);
/* A length in points, whatever the locale writes. */
void      wb_odf_xml_length     (WbOdfXml   *self,
                                 const char *name,
                                 double      points);
/* Many at once: "fo:margin-top=0.2cm;fo:color=#1a5fb4". (nullable) */
void      wb_odf_xml_attributes (WbOdfXml   *self,
                                 const char *list);
/* Text as a paragraph holds it: runs of spaces, tabs and line breaks become elements. */
void      wb_odf_xml_text       (WbOdfXml   *self,
                                 const char *text);
/* Text as it is: titles, metadata. */
void      wb_odf_xml_chars      (WbOdfXml   *self,
                                 const char *text);
/* A whole element with nothing but text. */
void      wb_odf_xml_element    (WbOdfXml   *self,
                                 const char *name,
                                 const char *text);
/* Puts all of @piece here. */
void      wb_odf_xml_insert     (WbOdfXml   *self,
                                 WbOdfXml   *piece);
/* The text so far, everything closed; NULL when memory ran out. (transfer full) */
GBytes   *wb_odf_xml_finish     (WbOdfXml   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbOdfXml, wb_odf_xml_free)

G_END_DECLS
