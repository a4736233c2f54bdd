<#-- Written anew by each build: the list is the dependencies' own, the rest is what no jar of theirs brings. -->
What this jar holds besides its own classes (Apache License 2.0, META-INF/LICENSE). Of most only a part is inside; classes are as they
were published, but for those of org.wiremock:wiremock-standalone: Jackson is inside once, so they name its packages
com.fasterxml.jackson instead of wiremock.com.fasterxml.jackson. The licences and notices that they carry lie under
META-INF/third-party, in a folder for each. Where a licence is named Apache-2.0, its text is META-INF/LICENSE.

<#list dependencyMap as e>
<#if !e.getKey().groupId?starts_with("dev.venicesim")>
  ${e.getKey().groupId}:${e.getKey().artifactId}:${e.getKey().version}  ${e.getValue()?join(" or ")}
</#if>
</#list>

Logback is used under the Eclipse Public License 2.0, META-INF/third-party/EPL-2.0.txt. Its classes are unchanged, and come without
any warranty of ours or of its authors. Its source is published beside it under the same coordinates, and at
https://github.com/qos-ch/logback.

SQLite, of which org.xerial:sqlite-jdbc holds the native library, is in the public domain.

org.wiremock:wiremock-standalone holds, in packages that begin with wiremock, and of Jackson in com.fasterxml.jackson:

  Apache-2.0      Guava, Error Prone's and J2ObjC's annotations, Jackson's modules for YAML and java.time, Apache Commons,
                  Handlebars.java, json-schema-validator, ITU, SnakeYAML, JsonPath, json-smart, JsonUnit, XMLUnit
  MIT             SLF4J (META-INF/third-party/slf4j-api-jar)
  BSD-3-Clause    XMLUnit 1 (Copyright (c) 2001-2007, Jeff Martin, Tim Bacon), and Hamcrest (Copyright (c) 2000-2015 www.hamcrest.org;
                  All rights reserved.), both under the text below

org.postgresql:postgresql holds the SCRAM and SASLprep libraries of OnGres, Inc. (BSD-2-Clause, in its folder).

com.google.re2j:re2j is a work derived from Russ Cox's RE2 in Go. Copyright (c) 2009 The Go Authors. All rights reserved. Its "Go License"
is the BSD 3-Clause License:

  Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions
  are met:

     * Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
     * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in
       the documentation and/or other materials provided with the distribution.
     * Neither the name of the copyright holder (of re2j: Google Inc.; of the others: those named above) nor the names of its contributors
       may be used to endorse or promote products derived from this software without specific prior written permission.

  THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
  LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE
  COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING,
  BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED
  AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
  OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
