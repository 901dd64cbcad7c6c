/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-import.h"

G_BEGIN_DECLS

/**
 * DitesImport:
 *
 * One list on its way into the store: first its plan, as often as a person
 * changes the mapping, then the writing of it. Main thread only; the work is
 * done in a thread that knows nothing of this object.
 */
struct _DitesImport
{
  GObject parent_instance;

  DitesStore       *store;
  GFile            *file;  /* (nullable): a pasted list has none */
  GBytes           *bytes; /* (nullable): of a pasted list */
  char             *name;
  const DitesKind  *kind;     /* (nullable): found by the headers */
  char             *semester; /* (nullable): found in the list */
  char             *encoding; /* (nullable): found by the bytes */
  gboolean          repair;
  gboolean          keep;        /* a person changed the mapping, and it is not remembered yet */
  gboolean          forget;      /* a person took back what was remembered */
  DitesListTable   *table;       /* (nullable): not read yet */
  DitesListMapping *mapping;     /* (nullable): not guessed yet */
  DitesPlan        *plan;        /* (nullable): not made yet */
  gint64            sequence;    /* the store's, when the plan was made */
  guint64           fingerprint; /* of the bytes that the plan was made of */
  GHashTable       *titles;      /* (nullable): of what documents refer to, when the plan was made */
  char             *warning;     /* (nullable): what went wrong when the plan was made */
};

G_END_DECLS
