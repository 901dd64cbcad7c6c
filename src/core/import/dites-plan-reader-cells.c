/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-cell.h"
#include "dites-fold.h"
#include "dites-person-name.h"
#include "dites-semester.h"

/* One cell of a row into the draft that the row becomes. */

/**
 * dites_plan_reader_report:
 * @self: a reader
 * @column: the column, or -1
 * @severity: how much it matters
 * @message: what is wrong
 *
 * Tells of something in the row that is being read, the first time.
 */
void
dites_plan_reader_report (DitesPlanReader *self,
                          int              column,
                          DitesSeverity    severity,
                          const char      *message)
{
  /* That it was cut explains all else about a cell. */
  if (column >= 0 && self->cut[column])
    return;
  if (self->open && !(self->reported[self->row] & self->part))
    self->report (self->row, column, severity, message, self->user_data);
}

/**
 * dites_plan_reader_get_raw_cell:
 * @self: a reader
 * @column: a column
 *
 * Returns: (nullable): what the row says in it, be it in the row above
 */
const char *
dites_plan_reader_get_raw_cell (DitesPlanReader       *self,
                                const DitesPlanColumn *column)
{
  return column->merged ? dites_list_table_get_cell_above (self->table, self->row, column->number)
                        : dites_list_table_get_cell (self->table, self->row, column->number);
}

/**
 * dites_plan_reader_get_cell:
 * @self: a reader
 * @column: a column
 * @owned: (out) (nullable): return location for what the caller frees
 *
 * Returns: (nullable): the text of the cell, or %NULL when it says nothing; what is no list’s
 *   cell is cut
 */
const char *
dites_plan_reader_get_cell (DitesPlanReader       *self,
                            const DitesPlanColumn *column,
                            char                 **owned)
{
  const char *cell = dites_plan_reader_get_raw_cell (self, column);

  *owned = NULL;
  if (cell == NULL || dites_cell_is_blank (cell))
    return NULL;

  if (strnlen (cell, DITES_CELL_MAX + 1) > DITES_CELL_MAX)
    {
      *owned = dites_cell_cut (cell);
      dites_plan_reader_report (self, column->number, DITES_SEVERITY_WARNING, _("This text is too long and was cut"));
      self->cut[column->number] = TRUE;
      return *owned;
    }

  return cell;
}

/**
 * dites_plan_reader_keep_cell:
 * @self: a reader
 * @part: which part is read
 * @column: a column
 * @cell: what it says
 *
 * Keeps the text as it is, under its header.
 */
void
dites_plan_reader_keep_cell (DitesPlanReader       *self,
                             DitesPart              part,
                             const DitesPlanColumn *column,
                             const char            *cell)
{
  g_autofree char *trimmed = NULL;

  if (strchr (cell, '\n') == NULL)
    trimmed = dites_trim (cell);
  dites_draft_add_extra (self->drafts[part], column->key, trimmed != NULL ? trimmed : cell);
}

/* Nothing is lost: a text that is no value of its field stays beside it. */
static void
refuse_cell (DitesPlanReader       *self,
             DitesPart              part,
             const DitesPlanColumn *column,
             const char            *cell,
             const char            *message)
{
  gboolean word = column->field->type == DITES_FIELD_CHOICE || column->field->type == DITES_FIELD_FLAG ||
                  column->field->type == DITES_FIELD_COMMUNE || column->field->type == DITES_FIELD_REFERENCE;

  dites_plan_reader_report (self, column->number, word ? DITES_SEVERITY_WARNING : DITES_SEVERITY_ERROR, message);
  dites_plan_reader_keep_cell (self, part, column, cell);
}

/* One address or number of a cell, into the field that it is one of. */
static gboolean
read_contact (DitesDraft *draft,
              const char *text)
{
  gboolean       email = strchr (text, '@') != NULL;
  DitesFieldType type = email ? DITES_FIELD_EMAIL : DITES_FIELD_PHONE;

  for (const DitesField *field = dites_draft_get_fields (draft); field->name != NULL; field++)
    {
      DitesField       single = *field;
      g_autofree char *json = NULL;

      if (field->type != type)
        continue;

      single.flags &= ~DITES_FIELD_MULTIPLE;
      json = dites_value_parse (&single, text, NULL);
      if (json != NULL && field->flags & DITES_FIELD_MULTIPLE)
        dites_draft_add (draft, field, json);
      else if (json != NULL && !dites_draft_has (draft, field))
        dites_draft_set (draft, field, json);
      return json != NULL;
    }

  return FALSE;
}

/* Words that people write around their own numbers. */
static gboolean
is_label (const char *word)
{
  static const char *const labels[] = { "", "tel", "tels", "telephone", "port", "portable", "mobile", "gsm", "fixe", "dom", "domicile", "perso",
                                        "personnel", "pro", "professionnel", "bureau", "travail", "ou", "et", "n", "no", "numero", NULL };

  return g_strv_contains (labels, word);
}

/* Once for the program: a list may hold many cells that are no numbers. */
static gpointer
make_number (gpointer data)
{
  return g_regex_new ("[+(]?[0-9][0-9 .()\u00a0\u202f-]{7,}[0-9]", G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
}

/* “06 39 98 00 01 (perso) ou 05 36 49 00 01”: each number, if nothing else is said than what it is. */
static gboolean
read_labelled (DitesDraft *draft,
               const char *cell)
{
  static GOnce once = G_ONCE_INIT;
  GRegex      *number = g_once (&once, make_number, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *around = g_regex_replace_literal (number, cell, -1, 0, " ", G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *folded = dites_fold_words (around);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  gboolean found = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (!is_label (words[i]))
        return FALSE;
    }

  g_regex_match (number, cell, G_REGEX_MATCH_DEFAULT, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *text = g_match_info_fetch (match, 0);
      g_autofree char *phone = dites_phone_parse (text);

      if (phone == NULL)
        return FALSE;
      read_contact (draft, text);
      found = TRUE;
    }

  return found;
}

/**
 * dites_plan_reader_read_contacts:
 * @self: a reader
 * @part: which part is read
 * @column: a column
 * @cell: what it says
 *
 * Several addresses and numbers may stand in a cell, and the ones in the column
 * of the others.
 */
void
dites_plan_reader_read_contacts (DitesPlanReader       *self,
                                 DitesPart              part,
                                 const DitesPlanColumn *column,
                                 const char            *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) spaced = NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean bad = FALSE;

  if (read_contact (self->drafts[part], cell) || (strchr (cell, '@') == NULL && read_labelled (self->drafts[part], cell)))
    return;

  /* A comma alone may be that of a number which a spreadsheet wrote in its own way. */
  spaced = g_string_new (cell);
  g_string_replace (spaced, ", ", "; ", 0);
  parts = g_strsplit_set (spaced->str, strchr (cell, '@') != NULL ? ";,/\n\r| " : ";/\n\r|", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      if (!dites_cell_is_blank (parts[i]) && !read_contact (self->drafts[part], parts[i]))
        bad = TRUE;
    }

  if (!bad)
    return;
  whole = dites_value_parse (&column->single, cell, &error);
  refuse_cell (self, part, column, cell, error != NULL ? error->message : _("This could not be read"));
}

static gboolean
read_one_reference (DitesPlanReader       *self,
                    DitesPart              part,
                    const DitesPlanColumn *column,
                    const char            *text)
{
  g_autofree char *trimmed = dites_trim (text);
  const char      *id = dites_plan_references_find (self->references, column->field->target, trimmed);
  g_autoptr (GString) json = NULL;

  if (id == NULL)
    return FALSE;

  json = g_string_new (NULL);
  dites_json_append_string (json, id);
  if (column->field->flags & DITES_FIELD_MULTIPLE)
    dites_draft_add (self->drafts[part], column->field, json->str);
  else
    dites_draft_set (self->drafts[part], column->field, json->str);

  return TRUE;
}

/**
 * dites_plan_reader_read_reference:
 * @self: a reader
 * @part: which part is read
 * @column: a column
 * @cell: what it says
 *
 * A cell names one document, or several with a semicolon between them; those
 * that are not known are kept as they are written.
 */
void
dites_plan_reader_read_reference (DitesPlanReader       *self,
                                  DitesPart              part,
                                  const DitesPlanColumn *column,
                                  const char            *cell)
{
  g_auto (GStrv) parts = NULL;

  if (read_one_reference (self, part, column, cell))
    return;

  if (column->field->flags & DITES_FIELD_MULTIPLE)
    parts = g_strsplit_set (cell, ";\n", -1);
  else
    parts = g_strdupv ((char **) (const char *const[]) { cell, NULL });
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *message = NULL;

      if (dites_cell_is_blank (parts[i]) || read_one_reference (self, part, column, parts[i]))
        continue;
      g_strstrip (parts[i]);
      message = g_strdup_printf (_("“%s” is not known yet, or there are several"), parts[i]);
      refuse_cell (self, part, column, parts[i], message);
    }
}

/**
 * dites_plan_reader_read_value:
 * @self: a reader
 * @part: which part is read
 * @column: a column
 * @cell: what it says
 */
void
dites_plan_reader_read_value (DitesPlanReader       *self,
                              DitesPart              part,
                              const DitesPlanColumn *column,
                              const char            *cell)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parsed = NULL;
  const char      *json = dites_plan_column_lookup (column, cell);

  if (json == NULL)
    {
      parsed = dites_value_parse (column->field, cell, &error);
      json = parsed;
      if (json != NULL)
        dites_plan_column_remember (column, cell, json);
    }

  if (json == NULL && error != NULL)
    refuse_cell (self, part, column, cell, error->message);
  else if (json != NULL && column->field->flags & DITES_FIELD_MULTIPLE)
    dites_draft_add (self->drafts[part], column->field, json);
  else if (json != NULL)
    dites_draft_set (self->drafts[part], column->field, json);
}

/**
 * dites_plan_reader_read_semester_no:
 * @self: a reader
 * @part: which part is read
 * @column: a column
 * @cell: what it says
 */
void
dites_plan_reader_read_semester_no (DitesPlanReader       *self,
                                    DitesPart              part,
                                    const DitesPlanColumn *column,
                                    const char            *cell)
{
  const char      *known = dites_plan_column_lookup (column, cell);
  int              number = known == NULL ? dites_semester_no_read (column->header, cell, self->season) : 0;
  g_autofree char *json = NULL;

  if (known != NULL)
    {
      dites_draft_set (self->drafts[part], column->field, known);
      return;
    }
  if (number <= 0)
    {
      g_autofree char *message = g_strdup_printf (_("“%s” is not the number of a semester"), cell);

      dites_plan_reader_report (self, column->number, DITES_SEVERITY_WARNING, message);
      dites_plan_reader_keep_cell (self, part, column, cell);
      return;
    }

  json = g_strdup_printf ("%d", number);
  dites_plan_column_remember (column, cell, json);
  dites_draft_set (self->drafts[part], column->field, json);
}

static gboolean
is_choice (const DitesKind *kind,
           const char      *text)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *json = field->type == DITES_FIELD_CHOICE ? dites_value_parse (field, text, NULL) : NULL;

      if (json != NULL)
        return TRUE;
    }

  return FALSE;
}

/* “FICTIF Camille (BIDON)”, but also “(MG)” and “(en congé)”: what is no name is kept as it is written. */
static void
read_brackets (DitesPlanReader       *self,
               const DitesPlanColumn *column,
               DitesPersonName       *name)
{
  DitesDraft       *draft = self->drafts[DITES_PART_OWN];
  const DitesField *usual = dites_kind_get_field (self->kind, "usual_name");

  if (name->brackets == NULL)
    return;

  if (usual != NULL && !dites_draft_has (draft, usual) && !is_choice (self->kind, name->brackets) &&
      dites_person_name_take_brackets (name))
    {
      g_autofree char *message =
        /* Translators: %s is a family name. */
        g_strdup_printf (_("“%s” in brackets was taken for the birth name"), name->family_name);

      dites_plan_reader_report (self, column->number, DITES_SEVERITY_NOTICE, message);
      return;
    }

  dites_plan_reader_keep_cell (self, DITES_PART_OWN, column, name->brackets);
}

/**
 * dites_plan_reader_read_family_name:
 * @self: a reader
 * @column: a column with family names
 * @cell: what it says
 */
void
dites_plan_reader_read_family_name (DitesPlanReader       *self,
                                    const DitesPlanColumn *column,
                                    const char            *cell)
{
  DitesDraft       *draft = self->drafts[DITES_PART_OWN];
  const DitesField *usual = dites_kind_get_field (self->kind, "usual_name");
  g_auto (DitesPersonName) name = { NULL };

  /* A single name is the rule. */
  if (usual == NULL || strpbrk (cell, " (") == NULL)
    {
      dites_plan_reader_read_value (self, DITES_PART_OWN, column, cell);
      return;
    }

  dites_person_name_split_family (cell, &name);
  read_brackets (self, column, &name);
  dites_plan_reader_read_value (self, DITES_PART_OWN, column, name.family_name != NULL ? name.family_name : cell);
  if (name.usual_name != NULL && !dites_draft_has (draft, usual))
    dites_draft_set_string (draft, usual->name, name.usual_name);
}

/**
 * dites_plan_reader_read_full_name:
 * @self: a reader
 * @column: a column with both names
 * @cell: what it says
 */
void
dites_plan_reader_read_full_name (DitesPlanReader       *self,
                                  const DitesPlanColumn *column,
                                  const char            *cell)
{
  DitesDraft       *draft = self->drafts[DITES_PART_OWN];
  const DitesField *civility = dites_kind_get_field (self->kind, "civility");
  g_autofree char  *email = dites_draft_dup_first (draft, "emails");
  g_autofree char  *json = NULL;
  g_auto (DitesPersonName) name = { NULL };

  dites_person_name_split (cell, column->name_order, email, &name);
  read_brackets (self, column, &name);
  dites_draft_set_string (draft, "family_name", name.family_name);
  dites_draft_set_string (draft, "usual_name", name.usual_name);
  dites_draft_set_string (draft, "first_name", name.first_name);
  if (civility != NULL && name.civility != NULL && !dites_draft_has (draft, civility))
    json = dites_value_parse (civility, name.civility, NULL);
  if (json != NULL)
    dites_draft_set (draft, civility, json);

  if (!name.sure && name.first_name != NULL && name.family_name != NULL)
    {
      g_autofree char *message =
        /* Translators: a family name, and a first name. */
        g_strdup_printf (_("Which is the family name? “%s” was taken for it, and “%s” for the first name"),
                         name.family_name, name.first_name);

      dites_plan_reader_report (self, column->number, DITES_SEVERITY_WARNING, message);
    }
}

/* What a list says of a place that nobody has. */
static gboolean
says_unfilled (const char *cell)
{
  static const char *const texts[] = { "non pourvu", "non pourvue", "non pourvus", "poste non pourvu", "place non pourvue", "stage non pourvu",
                                       "terrain non pourvu", "non attribue", "non attribuee", "poste non attribue", "a pourvoir",
                                       "poste a pourvoir", "vacant", "vacante", "poste vacant", "place vacante", "stage vacant", NULL };
  g_autofree char         *folded = NULL;

  /* Most cells need no closer look. */
  if (strcasestr (cell, "pourv") == NULL && strcasestr (cell, "vacan") == NULL && strcasestr (cell, "attribu") == NULL)
    return FALSE;
  folded = dites_fold_words (cell);

  return g_strv_contains (texts, folded);
}

/**
 * dites_plan_reader_is_unfilled:
 * @self: a reader
 * @row: a row
 *
 * More places are offered than there are interns: that one stays empty is nobody's fault.
 *
 * Returns: whether the row is about a place that nobody has, and says so
 */
gboolean
dites_plan_reader_is_unfilled (DitesPlanReader *self,
                               guint            row)
{
  gboolean unfilled = FALSE;

  if (self->companion == NULL || dites_kind_get_field (self->kind, "family_name") == NULL)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DitesPlanColumn *column = &g_array_index (self->columns, DitesPlanColumn, i);
      const char            *cell = dites_list_table_get_cell (self->table, row, column->number);

      if (dites_cell_is_blank (cell))
        continue;
      if (says_unfilled (cell))
        unfilled = TRUE;
      else if (column->own && (column->role == DITES_ROLE_FULL_NAME || column->role == DITES_ROLE_CONTACT ||
                               (column->field != NULL && column->field->type == DITES_FIELD_NAME)))
        return FALSE;
    }

  return unfilled;
}
