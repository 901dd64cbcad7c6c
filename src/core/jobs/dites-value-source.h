/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-kind.h"
#include "dites-store.h"

G_BEGIN_DECLS

#define DITES_TYPE_VALUE_SOURCE (dites_value_source_get_type ())
G_DECLARE_INTERFACE (DitesValueSource, dites_value_source, DITES, VALUE_SOURCE, GObject)

/**
 * DitesValueSourceInterface:
 * @get: what a field has; a field may have a value that says nothing
 * @set: sets a field to what it may be
 * @allows: (nullable): whether a field may be set to a value that is right in itself
 * @get_problems: (nullable): what is wrong, of DitesProblem; %NULL for nothing
 * @title_of: (nullable): what a document that it refers to is called
 * @hold: (nullable): a value is being typed, and what is set meanwhile may not be the last of it
 * @get_store: (nullable): where the documents are that it may refer to
 * @expect_title: (nullable): takes note of a title before there is a reference
 *
 * The functions have the promises of those of their names.
 */
struct _DitesValueSourceInterface
{
  GTypeInterface parent_iface;

  gboolean (*get) (DitesValueSource *self,
                   const DitesField *field,
                   DitesJson        *value);
  void (*set) (DitesValueSource *self,
               const DitesField *field,
               const char       *json);
  gboolean (*allows) (DitesValueSource *self,
                      const DitesField *field,
                      const char       *json,
                      GError          **error);
  GPtrArray *(*get_problems) (DitesValueSource *self);
  char *(*title_of) (DitesValueSource *self,
                     const char       *id);
  void (*hold) (DitesValueSource *self,
                gboolean          held);
  DitesStore *(*get_store) (DitesValueSource *self);
  void (*expect_title) (DitesValueSource *self,
                        const char       *id,
                        const char       *title);
};

gboolean    dites_value_source_get (DitesValueSource *self,
                                    const DitesField *field,
                                    DitesJson        *value);
gboolean    dites_value_source_set (DitesValueSource *self,
                                    const DitesField *field,
                                    const char       *json,
                                    GError          **error);
gboolean    dites_value_source_allows (DitesValueSource *self,
                                       const DitesField *field,
                                       const char       *json,
                                       GError          **error);
GPtrArray  *dites_value_source_get_problems (DitesValueSource *self);
char       *dites_value_source_title_of (const char *id,
                                         gpointer    source);
void        dites_value_source_hold (DitesValueSource *self,
                                     gboolean          held);
DitesStore *dites_value_source_get_store (DitesValueSource *self);
void        dites_value_source_expect_title (DitesValueSource *self,
                                             const char       *id,
                                             const char       *title);
void        dites_value_source_changed (DitesValueSource *self);

G_END_DECLS
