/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field.h"

G_BEGIN_DECLS

/**
 * DitesSeverity:
 * @DITES_SEVERITY_NOTICE: worth knowing
 * @DITES_SEVERITY_WARNING: worth checking
 * @DITES_SEVERITY_BLOCKS: forbids publication (a rule of law)
 * @DITES_SEVERITY_ERROR: the value cannot be right; the document is a draft
 */
typedef enum
{
  DITES_SEVERITY_NOTICE,
  DITES_SEVERITY_WARNING,
  DITES_SEVERITY_BLOCKS,
  DITES_SEVERITY_ERROR,
} DitesSeverity;

/**
 * DitesProblem:
 * @field: (nullable): the name of the field it is about
 * @severity: how much it matters
 * @message: a translated sentence: what is wrong, and what would be right
 */
typedef struct
{
  char         *field;
  DitesSeverity severity;
  char         *message;
} DitesProblem;

void dites_problem_free (DitesProblem *problem);

/* The mission's axes: the sections of the sidebar. */
typedef enum
{
  DITES_AXIS_INTERNS,
  DITES_AXIS_HOMES,
  DITES_AXIS_NETWORK,
} DitesAxis;

typedef struct _DitesKind DitesKind;

/**
 * DitesKind:
 *
 * What documents of one sort are about; everything that can follow from the
 * table of @fields does. Static data, registered once, readable from any thread.
 * The functions are pure: they read @document and nothing else, but for the
 * titles that @title_of knows.
 */
struct _DitesKind
{
  const char       *name;
  const char       *label;  /* N_("Intern") */
  const char       *plural; /* N_("Interns") */
  const char       *create; /* N_("New Intern") */
  const char       *icon_name;
  DitesAxis         axis;
  const DitesField *fields;

  /* How long personal data is kept after the document's last change, in months; 0: not personal. */
  int keep_months;

  /* What people call it, one line; and what tells it from its like, one line or empty. */
  char *(*title) (DitesDocument *document, DitesTitleFunc title_of, gpointer user_data);
  char *(*subtitle) (DitesDocument *document, DitesTitleFunc title_of, gpointer user_data);

  /* (nullable): what it is sorted by when nothing else is asked; its title otherwise. */
  char *(*sort_text) (DitesDocument *document, DitesTitleFunc title_of, gpointer user_data);

  /* (nullable): fills in what a name says that a person typed: “winter 2026”; into the field it is called by otherwise. */
  void (*read_name) (DitesDocumentBuilder *builder, const char *name);

  /* Whether its order is one in time, of which people look for the latest first. */
  gboolean latest_first;

  /* (nullable): adds to @keys (of char *) what identifies it, strongest first: "rpps:…". The
   * first @n_sure of them (the result) prove identity; the others only suggest it. */
  guint (*identify) (DitesDocument *document, GPtrArray *keys);

  /* (nullable): adds to @problems (of DitesProblem) what the fields alone cannot say. */
  void (*check) (DitesDocument *document, GPtrArray *problems);

  /* (nullable): why two documents with the same value of @clash_field cannot both stand, or NULL. */
  const char *clash_field;
  char *(*clash) (DitesDocument *document, DitesDocument *other);

  /* (nullable): the kind whose fields a list of this kind may hold too: an intern's placement. */
  const char *list_companion;

  /* (nullable): DitesFieldType CHOICE field that holds the state, and the one that means "published". */
  const char *state_field;
  const char *published_state;

  /* Whether there is one document of it and no list: the mission. */
  gboolean single;

  /* Whether a copy of a document would be about the same thing: a person, a semester. */
  gboolean unique;
};

void                    dites_kind_register (const DitesKind *kind);
const DitesKind        *dites_kind_get (const char *name);
const DitesKind *const *dites_kind_get_all (guint *n_kinds);
const char             *dites_kind_get_label (const DitesKind *kind);
const char             *dites_kind_get_plural (const DitesKind *kind);
char                   *dites_kind_dup_count (const DitesKind *kind,
                                              guint            n);
char                   *dites_kind_dup_nameless (const DitesKind *kind);
const char             *dites_kind_get_create_label (const DitesKind *kind);
const DitesField       *dites_kind_get_field (const DitesKind *kind,
                                              const char      *name);
DitesDocument          *dites_kind_new_document (const DitesKind *kind,
                                                 const char      *name);
char                   *dites_kind_title (const DitesKind *kind,
                                          DitesDocument   *document,
                                          DitesTitleFunc   title_of,
                                          gpointer         user_data);
char                   *dites_kind_subtitle (const DitesKind *kind,
                                             DitesDocument   *document,
                                             DitesTitleFunc   title_of,
                                             gpointer         user_data);
char                   *dites_kind_sort_text (const DitesKind *kind,
                                              DitesDocument   *document,
                                              DitesTitleFunc   title_of,
                                              gpointer         user_data);
char                   *dites_kind_search_text (const DitesKind *kind,
                                                DitesDocument   *document,
                                                DitesTitleFunc   title_of,
                                                gpointer         user_data);
guint                   dites_kind_identify (const DitesKind *kind,
                                             DitesDocument   *document,
                                             GPtrArray       *keys);
GPtrArray              *dites_kind_check (const DitesKind *kind,
                                          DitesDocument   *document);
DitesDocument          *dites_kind_duplicate (const DitesKind *kind,
                                              DitesDocument   *document);
gboolean                dites_kind_allows (const DitesKind  *kind,
                                           DitesDocument    *document,
                                           const DitesField *field,
                                           const char       *json,
                                           GError          **error);
void                    dites_problem_add (GPtrArray    *problems,
                                           const char   *field,
                                           DitesSeverity severity,
                                           const char   *format,
                                           ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
